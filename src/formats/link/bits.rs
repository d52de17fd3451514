//! Numbers of a few bits, one after the other, the high bit first.

/// Puts numbers into bytes.
#[derive(Default)]
pub(super) struct BitWriter {
    bytes: Vec<u8>,
    /// Bits written so far.
    count: usize,
}

impl BitWriter {
    /// Adds the low `width` bits of a value; `width` is 1 to 16.
    pub(super) fn put(&mut self, value: u16, width: usize) {
        for place in (0..width).rev() {
            if self.count.is_multiple_of(8) {
                self.bytes.push(0);
            }
            if let Some(last) = self.bytes.last_mut() {
                *last |= ((value >> place & 1) as u8) << (7 - self.count % 8);
            }
            self.count += 1;
        }
    }

    /// The bytes; the last is filled up with zeros.
    pub(super) fn finish(self) -> Vec<u8> {
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
        let mut value = 0;
        for _ in 0..width {
            let byte = self.bytes.get(self.count / 8)?;
            value = value << 1 | u16::from(byte >> (7 - self.count % 8) & 1);
            self.count += 1;
        }
        Some(value)
    }

    /// Passes over bits; `None` if the bytes end before.
    pub(super) fn skip(&mut self, width: usize) -> Option<()> {
        self.count += width;
        (self.count <= self.bytes.len() * 8).then_some(())
    }

    /// The bytes behind the one read last.
    pub(super) fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.count.div_ceil(8)..).unwrap_or_default()
    }
}
