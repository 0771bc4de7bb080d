//! How long the data of a stream become when its filters are undone (ISO 32000-2 §7.4): the renderer undoes them without a bound.

use std::borrow::Cow;

use flate2::{Decompress, FlushDecompress, Status};
use hayro::hayro_syntax::object::{Array, Dict, FromBytes as _, Name, Object, Stream};

use crate::error::Error;

/// Bytes that a stream may become: those of an image are bounded by its budget as well.
const LENGTH: u64 = 450_000_000;

/// Bytes that one byte becomes at most, by Deflate (258 for two bits) and by LZW (the longest entry for twelve).
const DEFLATE: u64 = 1_032;
const LZW: u64 = 2_560;

/// Filters of one stream.
const FILTERS: usize = 8;

/// A filter and its parameters.
#[derive(Clone)]
pub(crate) struct Filter<'a> {
    pub(crate) name: Vec<u8>,
    pub(crate) parameters: Dict<'a>,
}

impl Filter<'_> {
    /// Whether it makes an image.
    pub(crate) fn is_of_images(&self) -> bool {
        matches!(
            &*self.name,
            b"DCTDecode" | b"DCT" | b"JPXDecode" | b"JBIG2Decode" | b"CCITTFaxDecode" | b"CCF"
        )
    }

    fn is_known(&self) -> bool {
        self.is_of_images()
            || matches!(
                &*self.name,
                b"ASCIIHexDecode"
                    | b"AHx"
                    | b"ASCII85Decode"
                    | b"A85"
                    | b"LZWDecode"
                    | b"LZW"
                    | b"FlateDecode"
                    | b"Fl"
                    | b"RunLengthDecode"
                    | b"RL"
                    | b"Crypt"
            )
    }
}

/// As the renderer finds them: the short names first, and those that nobody knows left out.
pub(crate) fn filters<'a>(dict: &Dict<'a>) -> Vec<Filter<'a>> {
    let name = dict.get::<Name<'_>>("F").or_else(|| dict.get::<Name<'_>>("Filter"));
    let one = name.map(|name| Filter {
        name: name.to_vec(),
        parameters: dict
            .get::<Dict<'_>>("DP")
            .or_else(|| dict.get::<Dict<'_>>("DecodeParms"))
            .unwrap_or_default(),
    });
    if let Some(one) = one.filter(Filter::is_known) {
        return vec![one];
    }
    let list = |short, long| dict.get::<Array<'a>>(short).or_else(|| dict.get::<Array<'a>>(long));
    let parameters = list("DP", "DecodeParms").unwrap_or_default();
    let mut parameters = parameters.iter::<Object<'a>>();
    let names = list("F", "Filter").unwrap_or_default();
    let all = names.iter::<Name<'a>>().map(|name| Filter {
        name: name.to_vec(),
        parameters: match parameters.next() {
            Some(Object::Dict(dict)) => dict,
            _ => Dict::default(),
        },
    });
    all.filter(Filter::is_known).take(FILTERS + 1).collect()
}

/// Refuses a stream that becomes too long.
pub(crate) fn check(stream: &Stream<'_>) -> Result<(), Error> {
    let filters = filters(stream.dict());
    if !filters.is_empty() {
        before(&stream.raw_data(), &filters, LENGTH)?;
    }
    Ok(())
}

/// The data as they are before the last of the filters, which is looked at as well, none of them longer than that.
pub(crate) fn before<'a>(
    data: &'a [u8],
    filters: &[Filter<'_>],
    allowed: u64,
) -> Result<Cow<'a, [u8]>, Error> {
    let too_long = || Error::TooMuch { what: "data in filters" };
    if filters.len() > FILTERS {
        return Err(too_long());
    }
    let mut data = Cow::Borrowed(data);
    for (place, filter) in filters.iter().enumerate() {
        let is_last = place + 1 == filters.len();
        if filter.is_of_images() {
            // Of an image nobody makes another one.
            return if is_last { Ok(data) } else { Err(too_long()) };
        }
        if !filter.fits(&data, allowed) {
            return Err(too_long());
        }
        if is_last {
            break;
        }
        data = match filter.undo(&data) {
            Some(undone) => Cow::Owned(undone),
            None => return Ok(Cow::Borrowed(&[])),
        };
    }
    Ok(data)
}

impl Filter<'_> {
    /// Whether the data stay below that length.
    fn fits(&self, data: &[u8], allowed: u64) -> bool {
        let length = data.len() as u64;
        match &*self.name {
            b"FlateDecode" | b"Fl" => {
                self.row() <= allowed && (length * DEFLATE <= allowed || inflated(data, allowed) <= allowed)
            }
            b"LZWDecode" | b"LZW" => {
                self.row() <= allowed && (length * LZW <= allowed || self.unpacked(data, allowed) <= allowed)
            }
            b"RunLengthDecode" | b"RL" => length * 64 <= allowed || run_lengths(data) <= allowed,
            b"ASCII85Decode" | b"A85" => length * 4 <= allowed,
            _ => length <= allowed,
        }
    }

    /// Bytes of a line that a predictor wants to know (table 8).
    fn row(&self) -> u64 {
        if self.parameters.get::<u8>("Predictor").unwrap_or(1) <= 1 {
            return 0;
        }
        let columns = self.parameters.get::<usize>("Columns").unwrap_or(1) as u64;
        let [inks, bits] = [("Colors", 1), ("BitsPerComponent", 8)]
            .map(|(key, usual)| u64::from(self.parameters.get::<u8>(key).unwrap_or(usual)));
        columns.saturating_mul(inks * bits) / 8
    }

    /// How long LZW makes the data, told from the lengths of the entries alone.
    fn unpacked(&self, data: &[u8], allowed: u64) -> u64 {
        const CLEAR: usize = 256;
        const END: usize = 257;
        const ENTRIES: usize = 4_096;
        let early = usize::from(self.parameters.get::<u8>("EarlyChange").is_none_or(|early| early != 0));
        let mut lengths: Vec<u64> = vec![1; END + 1];
        let (mut held, mut bits, mut last, mut total) = (0_u32, 0_u32, None, 0_u64);
        for byte in data {
            held = held << 8 | u32::from(*byte);
            bits += 8;
            let wide = (lengths.len() + early).ilog2().clamp(8, 11) + 1;
            if bits < wide {
                continue;
            }
            bits -= wide;
            let code = (held >> bits) as usize & ((1 << wide) - 1);
            held &= (1 << bits) - 1;
            match code {
                CLEAR => {
                    lengths.truncate(END + 1);
                    last = None;
                }
                END => break,
                _ => {
                    let new = last.map(|last: u64| last + 1);
                    let Some(length) = lengths.get(code).copied().or(new) else { break };
                    if let Some(new) = new.filter(|_| lengths.len() < ENTRIES) {
                        lengths.push(new);
                    }
                    last = Some(length);
                    total += length;
                }
            }
            if total > allowed {
                break;
            }
        }
        total
    }

    /// Undone by the renderer, as it will undo it; its parameters are numbers.
    fn undo(&self, data: &[u8]) -> Option<Vec<u8>> {
        let numbers = ["Predictor", "Colors", "BitsPerComponent", "Columns", "EarlyChange"];
        let parameters: String = numbers
            .iter()
            .filter_map(|key| Some(format!("/{key} {} ", self.parameters.get::<i32>(key)?)))
            .collect();
        if &*self.name == b"Crypt" {
            return Some(data.to_vec());
        }
        let name = str::from_utf8(&self.name).ok()?;
        let mut file =
            format!("<< /Length {} /Filter /{name} /DecodeParms << {parameters}>> >>\nstream\n", data.len())
                .into_bytes();
        file.extend_from_slice(data);
        file.extend_from_slice(b"\nendstream");
        let undone = Stream::from_bytes(&file)?.decoded_data().ok()?.into_owned();
        Some(undone)
    }
}

/// How long Deflate makes the data, at most: where they are broken, what comes behind counts as if it were all the worst.
fn inflated(data: &[u8], allowed: u64) -> u64 {
    let mut inflate = Decompress::new(true);
    let mut space = vec![0; 1 << 16];
    loop {
        let before = (inflate.total_in(), inflate.total_out());
        let rest = usize::try_from(inflate.total_in()).ok().and_then(|read| data.get(read..)).unwrap_or(&[]);
        let status = inflate.decompress(rest, &mut space, FlushDecompress::None);
        let stands = before == (inflate.total_in(), inflate.total_out());
        match status {
            Ok(Status::StreamEnd) => return inflate.total_out(),
            Ok(_) if !stands && inflate.total_out() <= allowed => {}
            Ok(_) => return inflate.total_out(),
            Err(_) => {
                let rest = (data.len() as u64).saturating_sub(inflate.total_in());
                return inflate.total_out().saturating_add(rest.saturating_mul(DEFLATE));
            }
        }
    }
}

/// §7.4.5.
fn run_lengths(data: &[u8]) -> u64 {
    let (mut place, mut total) = (0, 0);
    while let Some(length) = data.get(place).copied() {
        match length {
            0..128 => {
                total += u64::from(length) + 1;
                place += usize::from(length) + 2;
            }
            128 => break,
            129.. => {
                total += 257 - u64::from(length);
                place += 2;
            }
        }
    }
    total
}
