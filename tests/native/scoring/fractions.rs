//! Exact fractions, and that they fit.

use partnership_health_check::domain::comparison::MOST_PARTNERS;
use partnership_health_check::domain::fraction::Fraction;
use proptest::prelude::*;

use crate::plays::plays;

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

/// The least number that all of these divide.
fn least_multiple(numbers: impl Iterator<Item = u64>) -> u64 {
    numbers.fold(1, |all, number| {
        let (mut larger, mut smaller) = (all, number);
        while smaller > 0 {
            (larger, smaller) = (smaller, larger % smaller);
        }
        all.checked_mul(number / larger).expect("64 bits")
    })
}

/// The largest numerators that the rules can come to, with as many people as a comparison takes.
#[test]
fn every_score_of_a_comparison_fits() {
    let people = MOST_PARTNERS as u64;
    for largest in 1..=people {
        // An answer is a mean of up to `largest` people; a score a mean of 2 to 6 answers.
        let answers = least_multiple(1..=largest)
            .checked_mul(least_multiple(2..=6))
            .expect("64 bits");
        let organisations = people - largest + 1;
        // A criterion is a mean of up to that many scores, added up first.
        let sum = answers.checked_mul(100 * organisations).expect("64 bits");
        assert!(sum > 0);
        // A dimension is a mean of 3 or 4 of them, the overall score one of 3 dimensions.
        let criteria = answers
            .checked_mul(least_multiple(1..=organisations))
            .expect("64 bits");
        let dimension = criteria.checked_mul(12).expect("64 bits");
        assert!(
            dimension.checked_mul(300).is_some(),
            "{largest} people in one of {organisations}"
        );
    }
    // Of each organisation the share of "do not know" among at most 6 answers a person: whatever the numbers of answers
    // are, their least common multiple is at most the largest of all partitions.
    let answers = 6 * MOST_PARTNERS;
    let mut largest = vec![1_u64; answers + 1];
    for prime in (2..=answers).filter(|number| (2..*number).all(|factor| number % factor != 0)) {
        for sum in (prime..=answers).rev() {
            let powers = std::iter::successors(Some(prime), |power| Some(power * prime));
            for power in powers.take_while(|power| *power <= sum) {
                let product = largest[sum - power].checked_mul(power as u64).expect("64 bits");
                largest[sum] = largest[sum].max(product);
            }
        }
    }
    assert!(largest[answers].checked_mul(3 * people * people).is_some());
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
                assert!(one.times(u32::MAX) >= Fraction::ZERO);
                assert!(Fraction::mean([one, other, one]).is_some());
            }
        }
    }
}

proptest! {
    #![proptest_config(plays(256))]

    #[test]
    fn sums_and_distances_agree(a in 0_u64..10_000, b in 1_u64..100, c in 0_u64..10_000, d in 1_u64..100) {
        let (one, two) = (new(a, b), new(c, d));
        prop_assert_eq!(one.plus(two), new(a * d + c * b, b * d));
        prop_assert_eq!(one.distance(two), new((a * d).abs_diff(c * b), b * d));
        prop_assert_eq!(one.cmp(&two), (a * d).cmp(&(c * b)));
        prop_assert_eq!(one.rounded(), (2 * a + b) / (2 * b));
    }
}
