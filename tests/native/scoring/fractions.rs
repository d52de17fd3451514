//! Exact fractions, and what becomes of those that do not fit.

use partnership_health_check::domain::fraction::Fraction;
use proptest::prelude::*;

fn new(top: u64, bottom: u64) -> Fraction {
    Fraction::new(top, bottom).expect("not divided by 0")
}

#[test]
fn equal_fractions_are_equal() {
    assert_eq!(new(6, 4), new(3, 2));
    assert_eq!(new(0, 7), Fraction::ZERO);
    assert_eq!(Fraction::new(1, 0), None);
}

#[test]
fn sums_are_exact() {
    assert_eq!(new(1, 6).plus(new(1, 3)), new(1, 2));
    assert_eq!(new(1, 6).distance(new(1, 2)), new(1, 3));
    assert_eq!(new(5, 6).times(3), new(5, 2));
    assert_eq!(Fraction::mean([new(1, 3), new(1, 2)]), Some(new(5, 12)));
    assert_eq!(Fraction::mean([]), None);
}

#[test]
fn half_rounds_up() {
    assert_eq!(new(99, 2).rounded(), 50);
    assert_eq!(new(4949, 100).rounded(), 49);
    assert_eq!(new(1, 3).rounded(), 0);
    assert_eq!(new(2, 3).rounded(), 1);
    assert_eq!(Fraction::ZERO.rounded(), 0);
    assert_eq!(new(u64::MAX, u64::MAX - 1).rounded(), 1);
}

/// Twenty organisations whose sizes share no factor: the exact denominator has more than 80 bits.
#[test]
fn a_sum_that_does_not_fit_is_close() {
    let primes: [u32; 20] = [
        2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71,
    ];
    let answers = primes.map(|size| Fraction::whole(100).plus(new(u64::from(size) - 1, u64::from(size))));
    let exact: f64 = primes
        .iter()
        .map(|size| 101.0 - 1.0 / f64::from(*size))
        .sum::<f64>()
        / 20.0;
    let found = Fraction::mean(answers).expect("a mean").to_f64();
    assert!((found - exact).abs() < 1e-6, "{found} is not {exact}");
}

#[test]
fn nothing_panics_at_the_limits() {
    let limits = [0, 1, 2, u64::from(u32::MAX), u64::MAX - 1, u64::MAX];
    for top in limits {
        for bottom in limits.into_iter().skip(1) {
            let one = new(top, bottom);
            for other in [
                Fraction::ZERO,
                Fraction::whole(u32::MAX),
                new(1, u64::MAX),
                new(u64::MAX, 1),
            ] {
                assert!(one.plus(other) >= Fraction::ZERO);
                assert_eq!(one.distance(other), other.distance(one));
                assert!(one.times(u32::MAX).rounded() >= one.rounded().min(1));
                assert!(Fraction::mean([one, other, one]).is_some());
            }
        }
    }
}

proptest! {
    #[test]
    fn sums_and_distances_agree(a in 0_u64..10_000, b in 1_u64..100, c in 0_u64..10_000, d in 1_u64..100) {
        let (one, two) = (new(a, b), new(c, d));
        prop_assert_eq!(one.plus(two), new(a * d + c * b, b * d));
        prop_assert_eq!(one.distance(two), new((a * d).abs_diff(c * b), b * d));
        prop_assert_eq!(one.cmp(&two), (a * d).cmp(&(c * b)));
        prop_assert_eq!(one.rounded(), (2 * a + b) / (2 * b));
    }

    #[test]
    fn what_does_not_fit_is_close(
        a in 0_u32..500,
        b in 1_u64 << 40..u64::MAX,
        c in 0_u32..500,
        d in 1_u64 << 40..u64::MAX,
    ) {
        let one = Fraction::whole(a).plus(new(b / 3, b));
        let two = Fraction::whole(c).plus(new(d / 5, d));
        let (about_one, about_two) = (f64::from(a) + 1.0 / 3.0, f64::from(c) + 0.2);
        let is_close = |found: Fraction, expected: f64| (found.to_f64() - expected).abs() < 1e-6;
        prop_assert!(is_close(one.plus(two), about_one + about_two));
        prop_assert!(is_close(one.distance(two), (about_one - about_two).abs()));
        prop_assert!(is_close(one.times(25), about_one * 25.0));
    }
}
