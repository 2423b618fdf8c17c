//! Under which names one registers a domain, so that hosts of one owner can be told from those of another.
//!
//! The answer is the base domain of the Public Suffix List, as far as it is needed to see whose a mail exchanger is: rules
//! of countries with two labels. Left out are names of places (`kobe.jp`, `oslo.no`), suffixes of companies, and rules of
//! three labels: whoever has a name below these counts as one owner with his neighbours, and is asked after them.

/// The labels under which a country registers, a country a line.
const BY_COUNTRY: &str = include_str!("registries/by_country.txt");

/// The domain that the owner of this host has registered, in lower case: `example.co.uk` of `mx1.example.co.uk`. A name
/// that is no more than a suffix is its own.
pub fn base(host: &str) -> String {
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    let labels: Vec<&str> = host.rsplit('.').collect();
    let of_suffix = match labels.as_slice() {
        [country, second, ..] if is_sold_under(country, second) => 2,
        [..] => 1,
    };
    let kept = labels.len().min(of_suffix + 1);
    let start = labels.iter().skip(kept).map(|label| label.len() + 1).sum();
    host[start..].to_owned()
}

/// Whether names are registered below `second.country`.
fn is_sold_under(country: &str, second: &str) -> bool {
    let is_country = country.len() == 2;
    let mut lines = BY_COUNTRY.lines().filter(|_| is_country);
    let line = lines.find_map(|line| line.strip_prefix(country)?.strip_prefix(' '));
    let mut labels = line.into_iter().flat_map(str::split_whitespace);
    labels.any(|label| label == second || label == "*")
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    #[test]
    fn hosts_of_one_owner_have_one_base() {
        let rows = [
            ("aspmx.l.google.com", "google.com"),
            ("alt1.aspmx.l.Google.com.", "google.com"),
            ("x-com.mail.protection.outlook.com", "outlook.com"),
            ("mx1.example.co.uk", "example.co.uk"),
            // A rule of three labels: its schools are asked one after the other.
            ("mx.school.sch.uk", "sch.uk"),
            ("mxbiz1.example.com.cn", "example.com.cn"),
            ("mx.example.com.au", "example.com.au"),
            ("mx.example.co.jp", "example.co.jp"),
            ("mx.example.com.br", "example.com.br"),
            ("mx.example.gov.np", "example.gov.np"),
            // Short names that are nobody's suffix.
            ("mx1.qq.com", "qq.com"),
            ("mx3.163.com", "163.com"),
            ("mx00.gmx.net", "gmx.net"),
            ("mx1.web.de", "web.de"),
            ("mx1.ovh.net", "ovh.net"),
            ("mx.co.de", "co.de"),
            ("mx.example.org", "example.org"),
            ("co.uk", "co.uk"),
            ("localhost", "localhost"),
            ("", ""),
            ("..", ""),
        ];
        for (name, expected) in rows {
            assert_eq!(base(name), expected, "{name}");
        }
    }

    /// Names of places: all below one count as one owner.
    const PLACES: [(&str, &str); 4] = [
        ("it", "edu gov"),
        ("jp", "ac ad co ed go gr lg ne or"),
        (
            "no",
            "co dep fhs folkebibl fylkesbibl herad idrett kommune mil museum priv stat vgs",
        ),
        ("us", "dni fed isa kids nsn"),
    ];

    /// The list as Debian has it.
    const LIST: &str = "/usr/share/publicsuffix/public_suffix_list.dat";

    fn rules_of(table: &str) -> BTreeSet<(&str, &str)> {
        let lines = table.lines().filter_map(|line| line.split_once(' '));
        lines
            .flat_map(|(country, labels)| labels.split(' ').map(move |label| (country, label)))
            .collect()
    }

    /// Writes the table out of the list with `UPDATE=1`, and else holds them against each other: a list that is a little
    /// newer than the table does no harm.
    #[test]
    #[ignore = "needs the package publicsuffix: tests/run real"]
    fn the_table_is_generated_from_the_list() {
        let list = std::fs::read_to_string(LIST).expect("the list");
        let icann = list.split("===END ICANN DOMAINS===").next();
        let rules = icann.into_iter().flat_map(str::lines);
        let mut countries: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for rule in rules.filter(|rule| rule.is_ascii()) {
            if let Some((second, country)) = rule.trim().split_once('.') {
                let places = PLACES.iter().find(|(place, _)| *place == country);
                let is_place =
                    places.is_some_and(|(_, kept)| !kept.split(' ').any(|one| one == second));
                let is_rule = !second.starts_with(['/', '!']) && country.len() == 2;
                if is_rule && !is_place {
                    countries.entry(country).or_default().insert(second);
                }
            }
        }
        let line = |(country, labels): (&&str, &BTreeSet<&str>)| {
            let labels: Vec<&str> = labels.iter().copied().collect();
            format!("{country} {}\n", labels.join(" "))
        };
        let table: String = countries.iter().map(line).collect();
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write("src/registries/by_country.txt", &table).expect("it is written");
        } else {
            let [new, old] = [table.as_str(), BY_COUNTRY].map(rules_of);
            let differ = new.symmetric_difference(&old).count();
            assert!(differ * 50 <= new.len(), "{differ} of {}", new.len());
        }
    }
}
