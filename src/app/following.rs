//! What is set for every check of a site: each tab follows the others.

use super::effect::Effect;
use super::settings::Settings;
use super::state::State;

/// A language was chosen here.
pub(super) fn language_chosen(state: &mut State, tag: &'static str, effects: &mut Vec<Effect>) {
    state.settings.language = Some(tag);
    effects.extend([Effect::KeepLanguage(tag), Effect::Speak(tag)]);
}

/// Takes over what another tab has changed since the last look. What this page could not keep stays as it is here, and so
/// does the language after "Delete everything".
pub(super) fn settings_read(state: &mut State, found: Settings, effects: &mut Vec<Effect>) {
    let before = std::mem::replace(&mut state.settings, found);
    if before.keys_off != found.keys_off {
        state.keys_off = found.keys_off;
    }
    if before.language != found.language
        && let Some(tag) = found.language
    {
        effects.push(Effect::Speak(tag));
    }
}
