//! The encodings there are: their names, and how bytes of each become text.

/// What the bytes of a text are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Codec {
    Utf8,
    /// UTF-8 after a mark.
    Utf8Sig,
    Ascii,
    Latin1,
    /// A code page: its characters from this byte on, U+FFFF where there is none.
    Page(u8, &'static str),
    Utf16(Order),
    Utf32(Order),
}

/// Which byte of a unit comes first.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Order {
    Little,
    Big,
    /// A mark at the beginning says so; without one, little.
    Marked,
}

/// Windows' code page 1252, from 0x80 to 0x9f; the rest is Latin-1.
const CP1252: &str = "\u{20ac}\u{ffff}\u{201a}\u{192}\u{201e}\u{2026}\u{2020}\u{2021}\u{2c6}\u{2030}\u{160}\u{2039}\u{152}\u{ffff}\u{17d}\u{ffff}\
     \u{ffff}\u{2018}\u{2019}\u{201c}\u{201d}\u{2022}\u{2013}\u{2014}\u{2dc}\u{2122}\u{161}\u{203a}\u{153}\u{ffff}\u{17e}\u{178}";
/// ISO 8859-15, from 0xa4 to 0xbe.
const LATIN9: &str = "\u{20ac}¥Š§š©ª«¬\u{ad}®¯°±²³Žµ¶·ž¹º»ŒœŸ";

impl Codec {
    /// The encoding of that name, or alias, as CPython reads one.
    pub fn named(name: &str) -> Option<Codec> {
        let mut plain = String::with_capacity(name.len());
        for word in
            name.split(|c: char| !c.is_ascii_alphanumeric() && c != '.').filter(|word| !word.is_empty())
        {
            if !plain.is_empty() {
                plain.push('_');
            }
            plain.push_str(&word.to_ascii_lowercase());
        }
        Some(match plain.as_str() {
            "utf_8" | "utf8" | "utf" | "u8" | "cp65001" => Codec::Utf8,
            "utf_8_sig" => Codec::Utf8Sig,
            "ascii" | "us_ascii" | "us" | "646" | "iso646_us" => Codec::Ascii,
            "latin_1" | "latin1" | "latin" | "l1" | "iso_8859_1" | "iso8859_1" | "iso8859" | "8859"
            | "cp819" => Codec::Latin1,
            "cp1252" | "1252" | "windows_1252" => Codec::Page(0x80, CP1252),
            "iso8859_15" | "iso_8859_15" | "latin9" | "l9" => Codec::Page(0xa4, LATIN9),
            "utf_16" | "utf16" | "u16" => Codec::Utf16(Order::Marked),
            "utf_16_le" | "utf_16le" => Codec::Utf16(Order::Little),
            "utf_16_be" | "utf_16be" => Codec::Utf16(Order::Big),
            "utf_32" | "utf32" | "u32" => Codec::Utf32(Order::Marked),
            "utf_32_le" | "utf_32le" => Codec::Utf32(Order::Little),
            "utf_32_be" | "utf_32be" => Codec::Utf32(Order::Big),
            _ => return None,
        })
    }

    /// The name that errors give.
    pub fn name(self) -> &'static str {
        match self {
            Codec::Utf8 | Codec::Utf8Sig => "utf-8",
            Codec::Ascii => "ascii",
            Codec::Latin1 => "latin-1",
            Codec::Page(..) => "charmap",
            Codec::Utf16(Order::Big) => "utf-16-be",
            Codec::Utf16(_) => "utf-16-le",
            Codec::Utf32(Order::Big) => "utf-32-be",
            Codec::Utf32(_) => "utf-32-le",
        }
    }

    /// The byte of a character in an encoding of one byte each.
    pub fn byte(self, c: char) -> Option<u8> {
        let limit = if self == Codec::Ascii { 0x80 } else { 0x100 };
        if let Codec::Page(first, page) = self
            && let Some(at) = page.chars().position(|own| own == c && own != '\u{ffff}')
        {
            return Some(first.wrapping_add(at as u8));
        }
        let byte = u8::try_from(u32::from(c)).ok().filter(|&byte| u32::from(byte) < limit)?;
        self.char(byte).is_some_and(|own| own == c).then_some(byte)
    }

    fn char(self, byte: u8) -> Option<char> {
        match self {
            Codec::Ascii => Some(char::from(byte)).filter(char::is_ascii),
            Codec::Page(first, page) => {
                let own = byte.checked_sub(first).and_then(|at| page.chars().nth(at.into()));
                own.or(Some(char::from(byte))).filter(|&c| c != '\u{ffff}')
            }
            _ => Some(char::from(byte)),
        }
    }

    /// Without its mark, if the bytes have one: the encoding, and how long the mark is.
    pub fn unmarked(self, bytes: &[u8]) -> (Codec, usize) {
        match self {
            Codec::Utf8Sig => (Codec::Utf8, if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 }),
            Codec::Utf16(Order::Marked) => match bytes {
                [0xff, 0xfe, ..] => (Codec::Utf16(Order::Little), 2),
                [0xfe, 0xff, ..] => (Codec::Utf16(Order::Big), 2),
                _ => (Codec::Utf16(Order::Little), 0),
            },
            Codec::Utf32(Order::Marked) => match bytes {
                [0xff, 0xfe, 0, 0, ..] => (Codec::Utf32(Order::Little), 4),
                [0, 0, 0xfe, 0xff, ..] => (Codec::Utf32(Order::Big), 4),
                _ => (Codec::Utf32(Order::Little), 0),
            },
            codec => (codec, 0),
        }
    }

    /// The bytes of a text that every encoding of all of Unicode has; `None` for the others.
    pub fn encode_all(self, text: &str) -> Option<Vec<u8>> {
        match self {
            Codec::Utf8 => Some(text.as_bytes().to_vec()),
            Codec::Utf8Sig => Some([b"\xef\xbb\xbf", text.as_bytes()].concat()),
            Codec::Utf16(order) => {
                let mark = (order == Order::Marked).then_some(0xfeff);
                let units = mark.into_iter().chain(text.encode_utf16());
                Some(match order {
                    Order::Big => units.flat_map(u16::to_be_bytes).collect(),
                    _ => units.flat_map(u16::to_le_bytes).collect(),
                })
            }
            Codec::Utf32(order) => {
                let mark = (order == Order::Marked).then_some('\u{feff}');
                let units = mark.into_iter().chain(text.chars()).map(u32::from);
                Some(match order {
                    Order::Big => units.flat_map(u32::to_be_bytes).collect(),
                    _ => units.flat_map(u32::to_le_bytes).collect(),
                })
            }
            _ => None,
        }
    }

    /// Adds the text of the good bytes at the beginning: how many they are, how many bad ones follow, and why they are bad.
    pub fn decode_part(self, bytes: &[u8], text: &mut String) -> (usize, usize, &'static str) {
        match self {
            Codec::Utf8 | Codec::Utf8Sig => utf8(bytes, text),
            Codec::Ascii | Codec::Latin1 | Codec::Page(..) => {
                for (at, &byte) in bytes.iter().enumerate() {
                    match self.char(byte) {
                        Some(c) => text.push(c),
                        None if self == Codec::Ascii => return (at, 1, "ordinal not in range(128)"),
                        None => return (at, 1, "character maps to <undefined>"),
                    }
                }
                (bytes.len(), 0, "")
            }
            Codec::Utf16(order) => utf16(bytes, order, text),
            Codec::Utf32(order) => utf32(bytes, order, text),
        }
    }
}

fn utf8(bytes: &[u8], text: &mut String) -> (usize, usize, &'static str) {
    match std::str::from_utf8(bytes) {
        Ok(good) => {
            text.push_str(good);
            (bytes.len(), 0, "")
        }
        Err(error) => {
            let good = error.valid_up_to();
            text.push_str(bytes.get(..good).and_then(|good| std::str::from_utf8(good).ok()).unwrap_or(""));
            let reason = match (error.error_len(), bytes.get(good)) {
                (None, _) => "unexpected end of data",
                (_, Some(0xc2..=0xf4)) => "invalid continuation byte",
                _ => "invalid start byte",
            };
            (good, error.error_len().unwrap_or(bytes.len() - good), reason)
        }
    }
}

fn utf16(bytes: &[u8], order: Order, text: &mut String) -> (usize, usize, &'static str) {
    let unit = |at: usize| match *bytes.get(at..at + 2)? {
        [a, b] if order == Order::Big => Some(u16::from_be_bytes([a, b])),
        [a, b] => Some(u16::from_le_bytes([a, b])),
        _ => None,
    };
    let mut at = 0;
    while at < bytes.len() {
        let Some(first) = unit(at) else { return (at, 1, "truncated data") };
        let pair = (0xd800..0xdc00).contains(&first);
        if pair && unit(at + 2).is_none() {
            return (at, bytes.len() - at, "unexpected end of data");
        }
        let units = [Some(first), unit(at + 2).filter(|_| pair)];
        match char::decode_utf16(units.into_iter().flatten()).next() {
            Some(Ok(c)) => text.push(c),
            _ if pair => return (at, 2, "illegal UTF-16 surrogate"),
            _ => return (at, 2, "illegal encoding"),
        }
        at += if pair { 4 } else { 2 };
    }
    (at, 0, "")
}

fn utf32(bytes: &[u8], order: Order, text: &mut String) -> (usize, usize, &'static str) {
    let mut at = 0;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        let Some(&[a, b, c, d]) = rest.get(..4) else { return (at, rest.len(), "truncated data") };
        let unit = match order {
            Order::Big => u32::from_be_bytes([a, b, c, d]),
            _ => u32::from_le_bytes([a, b, c, d]),
        };
        match char::from_u32(unit) {
            Some(c) => text.push(c),
            None if unit < 0x11_0000 => {
                return (at, 4, "code point in surrogate code point range(0xd800, 0xe000)");
            }
            None => return (at, 4, "code point not in range(0x110000)"),
        }
        at += 4;
    }
    (at, 0, "")
}
