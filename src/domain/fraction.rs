//! Exact fractions, so that the only rounding is the one at the end (`content.md` section 3.7, "Numbers").
//!
//! An own type rather than `num-rational`: it is never negative, has no operation that can panic, and
//! needs no division wider than 64 bits, which keeps the program small.
//!
//! **What does not fit.** Denominators are the numbers of people in organisations and a few small factors,
//! so an exact sum fits 64 bits for every comparison of a real size; it takes more than 300 people in a
//! dozen organisations whose sizes share no factor to exceed them. Decided: such a sum is taken in steps of
//! 1/2^30, rounded to the nearest. A number that is off by less than a millionth serves people better
//! there than no number.

use std::cmp::Ordering;
use std::num::{NonZeroU32, NonZeroU64};

/// How many binary places are kept where an exact result does not fit.
const COARSE_BITS: u32 = 30;

/// An exact fraction, zero or above, always in lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fraction {
    top: u64,
    bottom: NonZeroU64,
}

impl Fraction {
    /// Zero.
    pub const ZERO: Self = Self::whole(0);

    /// A whole number.
    pub const fn whole(number: u32) -> Self {
        Self {
            top: number as u64,
            bottom: NonZeroU64::MIN,
        }
    }

    /// `top` divided by `bottom`; `None` if `bottom` is 0.
    pub fn new(top: u64, bottom: u64) -> Option<Self> {
        NonZeroU64::new(bottom).map(|bottom| Self::reduced(top, bottom))
    }

    /// The sum.
    pub fn plus(self, other: Self) -> Self {
        self.exact_sum(other).unwrap_or_else(|| {
            let (one, two) = (self.coarse(), other.coarse());
            one.exact_sum(two).unwrap_or(one)
        })
    }

    /// The distance between the two: the larger less the smaller.
    pub fn distance(self, other: Self) -> Self {
        let (high, low) = if self < other {
            (other, self)
        } else {
            (self, other)
        };
        high.exact_distance(low).unwrap_or_else(|| {
            let (high, low) = (high.coarse(), low.coarse());
            high.exact_distance(low).unwrap_or(high)
        })
    }

    /// The product with a whole number.
    pub fn times(self, factor: u32) -> Self {
        let factor = u64::from(factor);
        if let Some(top) = self.top.checked_mul(factor) {
            return Self::reduced(top, self.bottom);
        }
        let coarse = self.coarse();
        Self::reduced(coarse.top.saturating_mul(factor), coarse.bottom)
    }

    /// The mean; `None` of nothing.
    pub fn mean(values: impl IntoIterator<Item = Self>) -> Option<Self> {
        let mut count = 0_u32;
        let mut sum = Self::ZERO;
        for value in values {
            count = count.saturating_add(1);
            sum = sum.plus(value);
        }
        sum.over(count)
    }

    /// The quotient with a whole number; `None` if that is 0.
    pub fn over(self, divisor: u32) -> Option<Self> {
        NonZeroU32::new(divisor).map(|divisor| self.divided_by(divisor))
    }

    /// Rounded to a whole number, half up (`content.md` section 3.1, rule 7).
    pub fn rounded(self) -> u64 {
        let rest = self.top % self.bottom;
        let up = rest >= self.bottom.get().saturating_sub(rest);
        (self.top / self.bottom).saturating_add(u64::from(up))
    }

    /// Whole and tenths, rounded half up: 2.45 gives 2 and 5.
    pub fn in_tenths(self) -> (u64, u64) {
        let tenths = self.times(10).rounded();
        (tenths / 10, tenths % 10)
    }

    /// As a floating point number, for the logarithm in agreement and for nothing else.
    #[allow(
        clippy::cast_precision_loss,
        reason = "the logarithm it is made for is not exact either"
    )]
    pub fn to_f64(self) -> f64 {
        self.top as f64 / self.bottom.get() as f64
    }

    /// In lowest terms.
    fn reduced(top: u64, bottom: NonZeroU64) -> Self {
        let factor = common_factor(top, bottom);
        Self {
            top: top / factor,
            bottom: NonZeroU64::new(bottom.get() / factor).unwrap_or(bottom),
        }
    }

    /// Both as numerators over one denominator, the least; `None` if one of the three does not fit.
    fn over_one(self, other: Self) -> Option<(u64, u64, NonZeroU64)> {
        let factor = common_factor(self.bottom.get(), other.bottom);
        let widen_self = other.bottom.get() / factor;
        let widen_other = self.bottom.get() / factor;
        let bottom = self.bottom.get().checked_mul(widen_self)?;
        let one = self.top.checked_mul(widen_self)?;
        let two = other.top.checked_mul(widen_other)?;
        Some((one, two, NonZeroU64::new(bottom)?))
    }

    /// The sum, if it fits.
    fn exact_sum(self, other: Self) -> Option<Self> {
        let (one, two, bottom) = self.over_one(other)?;
        Some(Self::reduced(one.checked_add(two)?, bottom))
    }

    /// How far this is above `low`, if it fits.
    fn exact_distance(self, low: Self) -> Option<Self> {
        let (high, low, bottom) = self.over_one(low)?;
        Some(Self::reduced(high.abs_diff(low), bottom))
    }

    /// The quotient with a whole number.
    fn divided_by(self, divisor: NonZeroU32) -> Self {
        let divisor = NonZeroU64::from(divisor);
        if let Some(bottom) = self.bottom.checked_mul(divisor) {
            return Self::reduced(self.top, bottom);
        }
        let coarse = self.coarse();
        Self::reduced(coarse.top, coarse.bottom.saturating_mul(divisor))
    }

    /// The nearest multiple of 1/2^30.
    fn coarse(self) -> Self {
        let whole = self.top / self.bottom;
        let rest = self.top % self.bottom;
        // Only the leading 32 bits of both are used, so that the shifted remainder fits.
        let dropped = 32_u32.saturating_sub(self.bottom.leading_zeros());
        let bottom = NonZeroU64::new(self.bottom.get() >> dropped).unwrap_or(NonZeroU64::MIN);
        let part = Self {
            top: (rest >> dropped) << COARSE_BITS,
            bottom,
        };
        let unit = 1_u64 << COARSE_BITS;
        let top = whole.saturating_mul(unit).saturating_add(part.rounded());
        Self::reduced(top, NonZeroU64::new(unit).unwrap_or(NonZeroU64::MIN))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        let one = u128::from(self.top) * u128::from(other.bottom.get());
        let two = u128::from(other.top) * u128::from(self.bottom.get());
        one.cmp(&two)
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The greatest common factor, by Euclid.
fn common_factor(first: u64, second: NonZeroU64) -> NonZeroU64 {
    let (mut larger, mut smaller) = (first, second);
    while let Some(rest) = NonZeroU64::new(larger % smaller) {
        larger = smaller.get();
        smaller = rest;
    }
    smaller
}
