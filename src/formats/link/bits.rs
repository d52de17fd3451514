//! Numbers of a few bits, one after the other, the high bit first.

/// Puts numbers into bytes.
#[derive(Default)]
pub(super) struct BitWriter {
    bytes: Vec<u8>,
    /// Bits that do not fill a byte yet, the low ones of this number, and how many.
    waiting: u32,
    count: usize,
}

impl BitWriter {
    /// Adds the low `width` bits of a value; `width` is 1 to 16.
    pub(super) fn put(&mut self, value: u16, width: usize) {
        self.waiting = self.waiting << width | u32::from(value) & ((1 << width) - 1);
        self.count += width;
        while self.count >= 8 {
            self.count -= 8;
            self.bytes.push((self.waiting >> self.count) as u8);
        }
    }

    /// The bytes; the last is filled up with zeros.
    pub(super) fn finish(mut self) -> Vec<u8> {
        if self.count > 0 {
            self.bytes.push((self.waiting << (8 - self.count)) as u8);
        }
        self.bytes
    }
}

/// Takes numbers out of bytes.
pub(super) struct BitReader<'a> {
    bytes: &'a [u8],
    /// Bits read so far.
    count: usize,
}

impl<'a> BitReader<'a> {
    /// Starts at the first bit.
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, count: 0 }
    }

    /// The next number of `width` bits, 1 to 16; `None` if the bytes end before.
    pub(super) fn take(&mut self, width: usize) -> Option<u16> {
        let end = self.count + width;
        if end > self.bytes.len() * 8 {
            return None;
        }
        // Three bytes hold the number wherever it begins in the first.
        let bytes = self.bytes.get(self.count / 8..).unwrap_or_default();
        let window = match bytes {
            [one, two, three, ..] => [*one, *two, *three, 0],
            [one, two] => [*one, *two, 0, 0],
            [one] => [*one, 0, 0, 0],
            [] => return None,
        };
        let shift = 32 - self.count % 8 - width;
        self.count = end;
        Some((u32::from_be_bytes(window) >> shift & ((1 << width) - 1)) as u16)
    }

    /// Passes over bits; `None` if the bytes end before.
    pub(super) fn skip(&mut self, width: usize) -> Option<()> {
        self.count += width;
        (self.count <= self.bytes.len() * 8).then_some(())
    }

    /// Whether nothing but zeros is left of the byte read last.
    pub(super) fn is_filled_with_zeros(&self) -> bool {
        let left = self.count.next_multiple_of(8) - self.count;
        let byte = self
            .count
            .checked_sub(1)
            .and_then(|last| self.bytes.get(last / 8));
        byte.is_none_or(|byte| u16::from(*byte) & ((1 << left) - 1) == 0)
    }

    /// The bytes behind the one read last.
    pub(super) fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.count.div_ceil(8)..).unwrap_or_default()
    }
}
