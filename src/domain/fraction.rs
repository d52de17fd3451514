//! Exact fractions, so that the only rounding is the one at the end (`content.md` section 3.7, "Numbers").
//!
//! An own type rather than `num-rational`: it is never negative, has no operation that can panic, and
//! needs no division wider than 64 bits, which keeps the program small.
//!
//! **What does not fit.** A comparison has at most [`super::comparison::MOST_PARTNERS`] people, whose answers never lead
//! to a numerator or a denominator of more than 64 bits, however they are spread over organisations (a test works out
//! the largest). For more people the arithmetic saturates: no panic, and no promise about the number.

use std::cmp::Ordering;
use std::num::{NonZeroU32, NonZeroU64};

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
        let (one, two, bottom) = self.over_one(other);
        Self::reduced(one.saturating_add(two), bottom)
    }

    /// The distance between the two: the larger less the smaller.
    pub fn distance(self, other: Self) -> Self {
        let (one, two, bottom) = self.over_one(other);
        Self::reduced(one.abs_diff(two), bottom)
    }

    /// The product with a whole number.
    pub fn times(self, factor: u32) -> Self {
        Self::reduced(self.top.saturating_mul(u64::from(factor)), self.bottom)
    }

    /// What is above a whole number, at most so much of it, times a factor. In one step: it is done for each answer of
    /// thousands.
    pub fn above(self, floor: u32, most: u32, factor: u32) -> Self {
        let whole = |number: u32| self.bottom.get().saturating_mul(u64::from(number));
        let above = self.top.saturating_sub(whole(floor)).min(whole(most));
        Self::reduced(above.saturating_mul(u64::from(factor)), self.bottom)
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
        let divisor = NonZeroU64::from(NonZeroU32::new(divisor)?);
        Some(Self::reduced(self.top, self.bottom.saturating_mul(divisor)))
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

    /// Both as numerators over one denominator, the least.
    fn over_one(self, other: Self) -> (u64, u64, NonZeroU64) {
        let factor = common_factor(self.bottom.get(), other.bottom);
        let widen_self = NonZeroU64::new(other.bottom.get() / factor).unwrap_or(NonZeroU64::MIN);
        let widen_other = self.bottom.get() / factor;
        let one = self.top.saturating_mul(widen_self.get());
        let two = other.top.saturating_mul(widen_other);
        (one, two, self.bottom.saturating_mul(widen_self))
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
