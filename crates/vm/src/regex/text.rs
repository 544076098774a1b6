//! What is searched: bytes that are characters each, or UTF-8.

/// A text up to where matching ends. Offsets are in bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Text<'a> {
    bytes: &'a [u8],
    /// Characters may be several bytes long.
    wide: bool,
}

impl<'a> Text<'a> {
    pub(crate) fn new(bytes: &'a [u8], wide: bool) -> Text<'a> {
        Text { bytes, wide }
    }

    /// The same, ending at `end`.
    pub(crate) fn until(self, end: usize) -> Text<'a> {
        Text { bytes: self.bytes.get(..end).unwrap_or(self.bytes), ..self }
    }

    #[inline]
    pub(super) fn len(self) -> usize {
        self.bytes.len()
    }

    /// What is between two places; up to the end if that is earlier.
    pub(crate) fn slice(self, start: usize, end: usize) -> &'a [u8] {
        self.bytes.get(start..end.min(self.bytes.len())).unwrap_or(&[])
    }

    /// The character at `at`, and where the next begins.
    #[inline]
    pub(super) fn next(self, at: usize) -> Option<(u32, usize)> {
        let byte = *self.bytes.get(at)?;
        if byte < 0x80 || !self.wide { Some((byte.into(), at + 1)) } else { self.next_wide(at, byte) }
    }

    fn next_wide(self, at: usize, lead: u8) -> Option<(u32, usize)> {
        let width = lead.leading_ones().clamp(2, 4) as usize;
        let rest = self.bytes.get(at + 1..at + width)?;
        let lead = u32::from(lead) & (0x7f >> width);
        Some((rest.iter().fold(lead, |point, &byte| point << 6 | u32::from(byte & 0x3f)), at + width))
    }

    /// Where the character before `at` begins.
    #[inline]
    pub(super) fn before(self, at: usize) -> Option<usize> {
        let mut at = at.checked_sub(1)?;
        while self.wide && at > 0 && self.bytes.get(at).is_some_and(|byte| byte & 0xc0 == 0x80) {
            at -= 1;
        }
        Some(at)
    }

    /// The character before `at`.
    pub(super) fn last(self, at: usize) -> Option<u32> {
        self.next(self.before(at)?).map(|(point, _)| point)
    }

    /// How many characters there are before `at`.
    pub(crate) fn count(self, at: usize) -> usize {
        let before = self.bytes.get(..at).unwrap_or(self.bytes);
        match self.wide {
            true => before.iter().filter(|&&byte| byte & 0xc0 != 0x80).count(),
            false => before.len(),
        }
    }

    /// Where the character number `index` begins; the end where there are fewer.
    pub(crate) fn offset(self, index: usize) -> usize {
        if !self.wide {
            return index.min(self.bytes.len());
        }
        let mut begins = self.bytes.iter().enumerate().filter(|&(_, byte)| byte & 0xc0 != 0x80);
        begins.nth(index).map_or(self.bytes.len(), |(at, _)| at)
    }
}
