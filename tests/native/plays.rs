//! How often a property is tried.

use proptest::prelude::ProptestConfig;
use proptest::test_runner::RngSeed;

/// Tries a property with this many inputs, and with an eighth of them in the fast loop. They are the same ones each time, so
/// that a failure is always that of the change at hand. Another seed and more inputs look further, which is worth it after
/// a change of what the property holds for:
/// `PROPTEST_RNG_SEED=2 PROPTEST_CASES=20000 cargo test --no-default-features --test native store::model`.
pub(crate) fn plays(cases: u32) -> ProptestConfig {
    let mut config = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    if config.rng_seed == RngSeed::Random {
        config.rng_seed = RngSeed::Fixed(1);
        config.cases = if cfg!(feature = "slow-tests") {
            cases
        } else {
            cases.div_ceil(8)
        };
    }
    config
}
