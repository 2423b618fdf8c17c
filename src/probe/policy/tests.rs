use super::*;
use crate::failure::{CertificateProblem, Stage, Trouble};
use crate::wire::Text;

fn fetched(status: u16) -> Fetched {
    Fetched {
        status,
        media_type: Some("text/plain".to_owned()),
        body: b"version: STSv1\n".to_vec(),
        ..Fetched::default()
    }
}

#[test]
fn nothing_counts_but_200_under_the_right_certificate() {
    let document = PolicyAnswer::Document {
        media_type: Some("text/plain".to_owned()),
        body: b"version: STSv1\n".to_vec(),
    };
    let elsewhere = Fetched {
        location: Some("https://elsewhere.test/".to_owned()),
        ..fetched(301)
    };
    let problems = vec![CertificateProblem::SelfSigned];
    let untrusted = Fetched {
        problems: problems.clone(),
        ..fetched(404)
    };
    let late = Trouble::Clock {
        limit: std::time::Duration::from_secs(1),
        received: Text::default(),
    };
    let rows = [
        (Ok(fetched(200)), document),
        (Ok(fetched(404)), PolicyAnswer::Status(404)),
        (Ok(fetched(204)), PolicyAnswer::Status(204)),
        (Ok(fetched(500)), PolicyAnswer::Status(500)),
        (
            Ok(elsewhere),
            PolicyAnswer::Redirect("https://elsewhere.test/".to_owned()),
        ),
        (Ok(fetched(304)), PolicyAnswer::Redirect(String::new())),
        (Ok(untrusted), PolicyAnswer::Untrusted(problems)),
        (Err(Missed::NoHost), PolicyAnswer::NoHost),
        (Err(Missed::NotHttp), PolicyAnswer::NotHttp),
        (
            Err(Missed::Failed(Stage::Connect, late.clone())),
            PolicyAnswer::Failed {
                stage: Stage::Connect,
                trouble: late,
            },
        ),
    ];
    for (fetched, expected) in rows {
        assert_eq!(answer(fetched), expected);
    }
}

#[test]
fn a_record_is_bounded_and_always_text() {
    let long = RecordData::Txt([&b"v=STSv1; id="[..], &[0xff; 9000]].concat());
    let text = text(&long).expect("a text");
    assert_eq!(text.chars().count(), RECORD_MAX);
    assert!(text.starts_with("v=STSv1; id=\u{fffd}"));
}
