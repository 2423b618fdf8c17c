//! The entries of a locale file, and where to find one of them. The build script, which writes the index, has this file too.

/// Cuts a locale file into its entries, each with its id. An entry begins with its id at the start of a line; what is
/// indented belongs to it; comments and blank lines belong to nobody.
pub(crate) struct Entries<'a> {
    source: &'a str,
}

impl<'a> Entries<'a> {
    pub(crate) fn of(source: &'a str) -> Self {
        Self { source }
    }
}

impl<'a> Iterator for Entries<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let source = self.source;
        let mut open: Option<(&'a str, usize)> = None;
        let mut offset = 0;
        for line in source.split_inclusive('\n') {
            let head = line.as_bytes().first().is_some_and(u8::is_ascii_alphabetic);
            if open.is_some() && (head || line.starts_with('#')) {
                break;
            }
            if head && let Some((id, _)) = line.split_once('=') {
                open = Some((id.trim(), offset));
            }
            offset += line.len();
        }
        self.source = &source[offset..];
        let (id, start) = open?;
        Some((id, &source[start..offset]))
    }
}

/// The numbers of one entry in an index: the hash of its id, its offset and its length, each in four bytes, the lowest first.
pub(crate) type Place = [[u8; 4]; 3];

/// The index of a locale file: a place for each entry, by the hashes of the ids.
pub(crate) fn index(source: &str) -> Vec<Place> {
    let start = source.as_ptr() as usize;
    let places = Entries::of(source).map(|(id, entry)| {
        let offset = entry.as_ptr() as usize - start;
        let numbers = [offset, entry.len()].map(|number| u32::try_from(number).unwrap_or(u32::MAX));
        [hash(id), numbers[0], numbers[1]]
    });
    let mut places: Vec<[u32; 3]> = places.collect();
    places.sort_unstable();
    let written = |place: [u32; 3]| place.map(u32::to_le_bytes);
    places.into_iter().map(written).collect()
}

/// The entry `id` of `source` with its id as the file has it, by the index of this very file.
pub(crate) fn find<'a>(source: &'a str, index: &[Place], id: &str) -> Option<(&'a str, &'a str)> {
    let wanted = hash(id);
    let first = index.partition_point(|place| read(place)[0] < wanted);
    let alike = index[first..].iter().map(read);
    // Two ids may have one hash.
    let mut alike = alike.take_while(|[hash, ..]| *hash == wanted);
    alike.find_map(|[_, offset, length]| {
        let entry = source.get(offset as usize..)?.get(..length as usize)?;
        Entries::of(entry).next().filter(|(found, _)| *found == id)
    })
}

fn read(place: &Place) -> [u32; 3] {
    place.map(u32::from_le_bytes)
}

/// FNV-1a, <http://www.isthe.com/chongo/tech/comp/fnv/>.
fn hash(id: &str) -> u32 {
    id.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
