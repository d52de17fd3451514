//! Choices in the settings form of which no check was made yet: kept as long as the tab, so that they are there again
//! after the page is loaded again or the program has failed.

use super::effect::Effect;
use super::form::{Change, Form};
use super::screen::Screen;
use super::state::State;

/// Asks for the choices to be kept if they changed, and forgotten once they are in a check or given up.
pub(super) fn keep(state: &mut State, effects: &mut Vec<Effect>) {
    // What fills in the form may still be on its way.
    if state.asked.is_some() || matches!(state.screen, Screen::Invited(_)) && state.invited.is_none() {
        return;
    }
    let (head, filled_in) = place(state);
    // What nobody touched is no choice either, such as the first form beside a record that came late.
    let text = if state.form == filled_in || state.form == state.preset {
        String::new()
    } else {
        written(head, &state.form)
    };
    if text != state.choices {
        effects.insert(0, Effect::KeepChoices(text.clone()));
        state.choices = text;
    }
}

/// Puts the choices that were kept into the form, if they were made on this screen. Returns whether they were.
pub(super) fn take_up(state: &mut State) -> bool {
    let (head, _) = place(state);
    let Some(kept) = read(head, &state.choices) else {
        return false;
    };
    if matches!(state.screen, Screen::Invited(_)) {
        // The invitation says the rest.
        state.form.side = kept.side;
    } else {
        state.form = kept;
    }
    true
}

/// What the choices belong to, and the form as it was filled in there. Choices are not taken up where something else is
/// filled in by now.
fn place(state: &State) -> ([&'static str; 4], Form) {
    let (screen, form, before) = match (&state.screen, state.check(), &state.invited) {
        (Screen::Setup | Screen::Share, Some(check), _) => {
            let form = Form::of(&check.setup.value);
            let screen = if state.screen == Screen::Setup {
                "setup"
            } else {
                "share"
            };
            (screen, form.clone(), form)
        }
        (Screen::Invited(_), _, Some(Ok(invitation))) => {
            let form = Form::asked(invitation);
            ("invited", form.clone(), form)
        }
        _ => ("start", state.next_form(), state.preset.clone()),
    };
    let kind = before.kind.map_or("", |kind| kind.id());
    let side = before.side.map_or("", |side| side.id());
    ([screen, before.length.id(), kind, side], form)
}

/// A line that says where, then a line for each setting: name, `=`, value.
fn written(head: [&str; 4], form: &Form) -> String {
    let mut text = String::new();
    for word in head {
        text.push_str(word);
        text.push(' ');
    }
    let settings = [
        ("length", form.length.id()),
        ("kind", form.kind.map_or("", |kind| kind.id())),
        ("side", form.side.map_or("", |side| side.id())),
        ("sector", form.sector.map_or("", |sector| sector.id())),
        ("partnership", &form.partnership),
        ("organisation", &form.organisation),
    ];
    for (name, value) in settings {
        for part in ["\n", name, "=", value] {
            text.push_str(part);
        }
    }
    text
}

fn read(head: [&str; 4], text: &str) -> Option<Form> {
    let mut lines = text.lines();
    let mut words = lines.next()?.split(' ');
    if head.iter().any(|word| words.next() != Some(*word)) {
        return None;
    }
    let mut form = Form::default();
    for line in lines {
        let (name, value) = line.split_once('=')?;
        if let Some(change) = Change::parse(name, value) {
            form.apply(change);
        }
    }
    Some(form)
}
