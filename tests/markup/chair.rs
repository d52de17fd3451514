//! The screens of whoever chairs in the states that look different, by name.

use std::cell::RefCell;

use itertools::Itertools as _;
use partnership_health_check::app;
use partnership_health_check::app::Screen;
use partnership_health_check::app::chair::blank::Message as Blank;
use partnership_health_check::app::chair::builder::{
    Change as Build, Code, MadeWith, Message as Builder, Role,
};
use partnership_health_check::app::chair::context::Context;
use partnership_health_check::app::chair::earlier::{Message as Kept, Thing};
use partnership_health_check::app::chair::entry::{Act as Enter, Message as Entered};
use partnership_health_check::app::chair::field::StepField;
use partnership_health_check::app::chair::invite::{Change, Message as Invite};
use partnership_health_check::app::chair::meeting::Subject;
use partnership_health_check::app::chair::plan::Message as PlanMessage;
use partnership_health_check::app::chair::statements::Act;
use partnership_health_check::app::chair::{Message, State, compare, meeting, update};
use partnership_health_check::app::screen::Place;
use partnership_health_check::content::Texts;
use partnership_health_check::domain::answer::{Response, StageChoice};
use partnership_health_check::domain::comparison::{Comparison, Partner};
use partnership_health_check::domain::day::{Date, Day};
use partnership_health_check::domain::entry::{Entry, Item};
use partnership_health_check::domain::extra::Extra;
use partnership_health_check::domain::extra::ExtraAnswers;
use partnership_health_check::domain::folder::Folder;
use partnership_health_check::domain::ids::{Kind, Length, Side};
use partnership_health_check::domain::invitation::Invitation;
use partnership_health_check::domain::plan::{Plan, PlannedStep};
use partnership_health_check::domain::sheet::AnswerSheet;
use partnership_health_check::domain::summary::Summary;
use partnership_health_check::domain::topic::Topic;
use partnership_health_check::formats::{folder, link};
use partnership_health_check::present::chair::comparison::{on_screen, report};
use partnership_health_check::present::spoken;
use partnership_health_check::views::{chair, frame};
use yew::prelude::*;

use crate::examples::{ADDRESS, NOTE, ORGANISATION, PARTNERSHIP, examples as of_checks, statements};

/// A named state of both programs.
pub(crate) struct Example {
    pub(crate) name: &'static str,
    check: app::State,
    pub(crate) state: State,
}

thread_local! {
    /// What `draw` draws: it is a plain function, and cannot be given it.
    static DRAWN: RefCell<Option<State>> = const { RefCell::new(None) };
}

fn draw(_: &app::State, _: &Callback<app::Message>) -> Html {
    DRAWN.with_borrow(|state| {
        state.as_ref().map_or_else(
            || html! {},
            |state| {
                let texts = state.context.texts;
                let shown = on_screen(state);
                let report = shown.and_then(|(comparison, names)| report(texts, &comparison, names));
                chair::screen(state, report.as_ref(), &Callback::noop(), &Callback::noop())
            },
        )
    })
}

#[derive(PartialEq, Properties)]
struct Props {
    check: app::State,
}

#[component]
fn Frame(props: &Props) -> Html {
    frame(&props.check, Some(draw), &Callback::noop())
}

impl Example {
    /// The whole page.
    pub(crate) fn markup(self) -> String {
        DRAWN.set(Some(self.state));
        let props = Props { check: self.check };
        let renderer = yew::LocalServerRenderer::<Frame>::with_props(props).hydratable(false);
        futures::executor::block_on(renderer.render())
    }
}

fn day(day: u8, month: u8) -> Day {
    Day::from_date(Date {
        year: 2026,
        month,
        day,
    })
    .expect("a date")
}

/// A check of one's own with its result on screen, from the examples of such.
fn finished(texts: Texts, name: &str) -> app::State {
    let example = of_checks(texts).into_iter().find(|example| example.name == name);
    example.expect("an example").state
}

/// The program of whoever chairs, at a place, beside a check.
fn at(mut check: app::State, place: Place, name: &'static str) -> Example {
    check.screen = Screen::Chair(place.clone());
    let state = State::new(Context {
        texts: check.texts,
        promise: spoken::promise(&check),
        address: check.address.clone(),
        today: check.today,
        has_sheet: false,
        keys_off: check.keys_off,
        decimal_comma: false,
        place,
        record: check.record.clone(),
        open: check.open,
        adding: None,
    });
    Example { name, check, state }
}

impl Example {
    fn after(mut self, messages: impl IntoIterator<Item = Message>) -> Self {
        for message in messages {
            update(&mut self.state, message);
        }
        self
    }

    /// Id of the step at this position of the plan on screen.
    fn step(&self, at: usize) -> u32 {
        self.state.plan_shown().steps[at].id
    }

    /// Goes to another place.
    fn then_at(mut self, place: Place) -> Self {
        self.check.screen = Screen::Chair(place.clone());
        let context = Context {
            place,
            ..self.state.context.clone()
        };
        self.after([Message::ContextChanged(context)])
    }
}

fn plan_messages(messages: impl IntoIterator<Item = PlanMessage>) -> impl Iterator<Item = Message> {
    messages.into_iter().map(Message::Plan)
}

fn written(step: u32, field: StepField, text: &str) -> PlanMessage {
    PlanMessage::Written(step, field, text.to_owned())
}

/// With three steps: one with everything and late, one of one's own with nothing, one done.
fn planned(example: Example) -> Example {
    let taken = PlanMessage::Taken {
        topic: Topic::parse("A1").expect("a topic"),
        what: PARTNERSHIP.to_owned(),
    };
    let own = |what: &str| {
        [
            PlanMessage::OwnStepWritten(what.to_owned()),
            PlanMessage::OwnStepAdded,
        ]
    };
    let example = example.after(plan_messages([taken]));
    let first = example.step(0);
    let example = example
        .after(plan_messages([
            written(first, StepField::Owner, ORGANISATION),
            written(first, StepField::Due, "2026-06-03"),
            written(first, StepField::Sign, NOTE),
        ]))
        .after(plan_messages(own(NOTE)))
        .after(plan_messages(own(ORGANISATION)));
    let third = example.step(2);
    example.after(plan_messages([PlanMessage::DoneChosen(third, true)]))
}

pub(crate) fn summary(values: &[&str], stage: &str) -> Summary {
    let mut sheet = AnswerSheet::default();
    let statements = Length::Full.statements(Kind::Other);
    for (statement, value) in statements.into_iter().zip(values.iter().cycle()) {
        sheet.set(statement, Response::parse(value));
    }
    Summary {
        length: Length::Full,
        kind: Kind::Other,
        side: Side::First,
        sector: None,
        day: day(20, 11),
        sheet,
        stage: StageChoice::parse(stage),
        partnership: String::new(),
        organisation: String::new(),
        extra: None,
    }
}

/// The comparison's screen with these summaries.
pub(crate) fn compared(summaries: Vec<Summary>) -> Example {
    let check = finished(Texts::english(), "result");
    compare(at(check, Place::Compare, "compared"), summaries)
}

/// Opens a comparison of these summaries, each of an organisation of its own.
fn compare(example: Example, summaries: Vec<Summary>) -> Example {
    let mut example = example;
    let mut comparison = Comparison::new(day(21, 11));
    PARTNERSHIP.clone_into(&mut comparison.name);
    comparison.partners = summaries
        .into_iter()
        .zip(0..)
        .map(|(summary, organisation)| Partner {
            id: u32::from(organisation) + 1,
            label: String::new(),
            organisation,
            summary,
        })
        .collect();
    example.state.folder.set(9, Item::Comparison(comparison));
    example.after([Message::Compare(compare::Message::Opened(9))])
}

/// Three partners who agree on some things, are apart on others and on opposite sides on most.
fn three() -> Vec<Summary> {
    vec![
        summary(&["4", "2", "5", "1", "4", "4", "3"], "norming"),
        summary(&["5", "4", "5", "4", "4", "1", "3", "2"], "storming"),
        summary(&["4", "3", "4", "dk", "5"], "norming"),
    ]
}

/// Three partners: two answered one set of own statements, whose words are known, the third another one.
fn asked(texts: Texts, name: &'static str) -> Example {
    let set = statements();
    let sums = [set.fingerprint().sum, set.fingerprint().sum, 7];
    let values = [["2", "4", "dk"], ["4", "4", "na"], ["1", "3", "5"]];
    let mut partners = three();
    for ((partner, sum), values) in partners.iter_mut().zip_eq(sums).zip_eq(values) {
        let responses = values.map(Response::parse).to_vec();
        partner.extra = ExtraAnswers::new(sum, responses);
    }
    let example = compare(at(finished(texts, "result"), Place::Compare, name), partners);
    // Whoever pastes the invitation has the words.
    let messages = [
        compare::Message::LinksWritten(invitation_address(set)),
        compare::Message::TakePressed,
    ];
    example.after(messages.map(Message::Compare))
}

/// The link of an invitation with these statements.
fn invitation_address(set: Extra) -> String {
    let payload = link::encode_invitation(&Invitation {
        partnership: String::new(),
        length: Length::Full,
        kind: Kind::Other,
        reply_by: None,
        reply_to: String::new(),
        extra: Some(set),
    });
    format!("#phc-invite={payload}")
}

/// Somebody came who says to belong to a partner that was there.
fn claimed(texts: Texts) -> Example {
    let mut partners = three();
    ORGANISATION.clone_into(&mut partners[0].organisation);
    let mut other = summary(&["2"], "norming");
    ORGANISATION.clone_into(&mut other.organisation);
    let link = format!("#phc={}", link::encode(&other));
    let example = compare(
        at(finished(texts, "result"), Place::Compare, "compare-claimed"),
        partners,
    );
    let messages = [
        compare::Message::LinksWritten(link),
        compare::Message::TakePressed,
    ];
    example.after(messages.map(Message::Compare))
}

fn shown(subject: Subject) -> Message {
    Message::Meeting(meeting::Message::Shown(subject))
}

/// Every screen in this language.
pub(crate) fn examples(texts: Texts) -> Vec<Example> {
    let own = |name| at(finished(texts, "result"), Place::Plan, name);
    let partners = |place, name| {
        let example = compare(at(finished(texts, "result"), Place::Compare, name), three());
        example.then_at(place)
    };
    let met = |name| partners(Place::Meeting, name);
    let compared = |name| partners(Place::Compare, name);
    let alike = compare(
        at(finished(texts, "result"), Place::Compare, "meeting-alike"),
        vec![summary(&["4"], "norming"), summary(&["4"], "norming")],
    );
    let (plan_removed, plan_problems) = (planned(own("plan-removed")), planned(own("plan-problems")));
    let second = plan_removed.step(1);
    let plan_removed = plan_removed.after(plan_messages([PlanMessage::Removed(second)]));
    let second = plan_problems.step(1);
    let plan_problems = plan_problems.after(plan_messages([written(second, StepField::Due, "0002-01-01")]));
    let mut examples = vec![
        at(finished(texts, "start"), Place::Plan, "plan-without-check"),
        compare(
            at(finished(texts, "start"), Place::Plan, "plan-of-partners-alone"),
            vec![summary(&["4"], "norming"), summary(&["4"], "norming")],
        ),
        own("plan-none"),
        planned(own("plan")),
        plan_removed,
        plan_problems,
        planned(own("plan-in-link"))
            .after(plan_messages([
                PlanMessage::LinkChosen(true),
                PlanMessage::CopyPressed,
            ]))
            .after([Message::Copied(false)]),
        own("plan-no-words").after(plan_messages([PlanMessage::OwnStepAdded])),
        at(
            finished(texts, "result-quick"),
            Place::Plan,
            "plan-of-quick-check",
        ),
        at(
            finished(texts, "result"),
            Place::ComparisonPlan,
            "plan-without-comparison",
        ),
        planned(partners(Place::ComparisonPlan, "plan-of-comparison"))
            .after(plan_messages([PlanMessage::LinkChosen(true)])),
        at(
            finished(texts, "result"),
            Place::Meeting,
            "meeting-without-comparison",
        ),
        compared("compare"),
        compared("compare-list").after(
            [
                compare::Message::ListToggled,
                compare::Message::ShareNamesChosen(true),
            ]
            .map(Message::Compare),
        ),
        compared("compare-printed").after([Message::Printing(true)]),
        claimed(texts),
        asked(texts, "compare-statements"),
        asked(texts, "compare-statements-printed").after([Message::Printing(true)]),
        at(finished(texts, "start"), Place::Compare, "compare-empty"),
        at(finished(texts, "result"), Place::Compare, "compare-with-own"),
        met("meeting"),
        met("meeting-talk").after([
            Message::Meeting(meeting::Message::Turned { on: true }),
            Message::Meeting(meeting::Message::ClockPressed),
            Message::Meeting(meeting::Message::Ticked(100)),
            Message::Meeting(meeting::Message::Ticked(247)),
            Message::Meeting(meeting::Message::TimeAsked),
        ]),
        met("meeting-stage").after([shown(Subject::Stage)]),
        met("meeting-plan").after([shown(Subject::Plan)]),
        alike.then_at(Place::Meeting),
    ];
    examples.extend(inviting_and_kept(texts));
    examples.extend(entering(texts));
    examples
}

/// A form from paper: whose it is, a statement, the stage, everything that was entered.
fn entering(texts: Texts) -> Vec<Example> {
    let act = |act| Message::Entry(Entered::Act(act));
    let fresh = |name| at(finished(texts, "start"), Place::Entry, name);
    let begun = |name| {
        fresh(name).after([
            Message::Entry(Entered::Named(ORGANISATION.to_owned())),
            act(Enter::Kind(Kind::Grant)),
            act(Enter::Side(Side::Second)),
            act(Enter::Begun),
            act(Enter::Answered(Response::parse("4"))),
            act(Enter::Answered(None)),
            act(Enter::Answered(Response::parse("dk"))),
        ])
    };
    let mut without_keys = finished(texts, "start");
    without_keys.keys_off = true;
    vec![
        at(without_keys, Place::Entry, "enter-form-without-keys")
            .after([act(Enter::Kind(Kind::Other)), act(Enter::Begun)]),
        fresh("enter-form"),
        fresh("enter-form-problem").after([act(Enter::Kind(Kind::Grant)), act(Enter::Begun)]),
        begun("enter-form-statement").after([act(Enter::Shown(2))]),
        begun("enter-form-stage").after([act(Enter::Shown(49))]),
        begun("enter-form-end").after([act(Enter::Shown(50))]),
        begun("enter-form-own-statement").after([
            act(Enter::Settings),
            Message::Entry(Entered::Extra(Some(statements()))),
            act(Enter::Shown(49)),
        ]),
        begun("enter-form-own-settings").after([
            act(Enter::Settings),
            Message::Entry(Entered::Extra(Some(statements()))),
        ]),
        begun("enter-form-discard").after([act(Enter::Settings), act(Enter::Discard)]),
    ]
}

/// The invitation's screen with these statements written.
fn statements_written(example: Example, statements: &[&str]) -> Example {
    let say = |message| Message::Invite(message);
    let written = statements.iter().enumerate().flat_map(|(position, text)| {
        let change = Change::Statement(position, (*text).to_owned());
        [say(Invite::Statements(Act::Added)), say(Invite::Changed(change))]
    });
    example.after(written)
}

/// Making an invitation, and what is kept on the device.
fn inviting_and_kept(texts: Texts) -> Vec<Example> {
    let invite = |name| at(finished(texts, "start"), Place::Invite, name);
    let changed = |change| Message::Invite(Invite::Changed(change));
    let make = || Message::Invite(Invite::MakePressed);
    let kept = |check, name| at(finished(texts, check), Place::Earlier, name);
    let id = kept("result", "").state.context.record.checks[0].id;
    let asked = Message::Earlier(Kept::DeletePressed(Thing::Check(id)));
    let mut in_a_folder = finished(texts, "start");
    "https://sites.example/charity-a/".clone_into(&mut in_a_folder.address);
    vec![
        invite("invite"),
        invite("invite-problems").after([
            changed(Change::ReplyBy("2026-01-01".to_owned())),
            changed(Change::ReplyTo("@".to_owned())),
            make(),
        ]),
        invite("invite-made").after([
            changed(Change::Partnership(PARTNERSHIP.to_owned())),
            changed(Change::Kind(Kind::Grant)),
            changed(Change::ReplyBy("2026-11-30".to_owned())),
            changed(Change::ReplyTo(ADDRESS.to_owned())),
            make(),
        ]),
        statements_written(invite("invite-statements"), &[NOTE, NOTE, "", ORGANISATION]).after([make()]),
        // Others than in the invitation before, and so long that the link is.
        statements_written(invite("invite-statements-made"), &[NOTE])
            .after([changed(Change::Kind(Kind::Grant)), make()])
            .after((1..5).map(|_| Message::Invite(Invite::Statements(Act::Added))))
            .after((0..5).map(|position| {
                changed(Change::Statement(
                    position,
                    format!("{}{}", "!".repeat(position), "—".repeat(130)),
                ))
            }))
            .after([make()]),
        at(finished(texts, "start"), Place::Blank, "blank-form"),
        at(finished(texts, "result"), Place::Blank, "blank-form-full").after([Message::Opened]),
        at(finished(texts, "result"), Place::Blank, "blank-form-quick")
            .after([Message::Opened])
            .after(
                [
                    Blank::Length(Length::Quick),
                    Blank::SendTo(ADDRESS.to_owned()),
                    Blank::Partnership(String::new()),
                ]
                .map(Message::Blank),
            ),
        at(finished(texts, "result"), Place::Blank, "blank-form-statements")
            .after([Message::Opened])
            .after([Blank::Length(Length::Quick), Blank::Extra(Some(statements()))].map(Message::Blank)),
        at(finished(texts, "start"), Place::Builder, "builder"),
        at(finished(texts, "start"), Place::Builder, "builder-invitation").after([Message::Builder(
            Builder::Changed(Build::Invitation(invitation_address(statements()))),
        )]),
        at(
            finished(texts, "start"),
            Place::Builder,
            "builder-invitation-wrong",
        )
        .after([Message::Builder(Builder::Changed(Build::Invitation(
            "#phc-invite=AQ".to_owned(),
        )))]),
        at(in_a_folder, Place::Builder, "builder-in-folder"),
        at(finished(texts, "start"), Place::Builder, "builder-address")
            .after([Message::Builder(Builder::Changed(Build::MadeWith(MadeWith::Wix)))]),
        at(finished(texts, "start"), Place::Builder, "builder-words").after([Message::Builder(
            Builder::Changed(Build::Words(PARTNERSHIP.to_owned())),
        )]),
        at(finished(texts, "start"), Place::Builder, "builder-chosen").after(
            [
                Builder::Changed(Build::Kind(Some(Kind::Grant))),
                Builder::Changed(Build::Side(Some(Side::Second))),
                Builder::Changed(Build::StorageKey("the north".to_owned())),
                Builder::Changed(Build::Scores(true)),
                Builder::Changed(Build::Font("Georgia, serif; }".to_owned())),
                Builder::Changed(Build::Colour(Role::Paper, "#11559".to_owned())),
                Builder::CopyPressed(Code::Html, String::new()),
                Builder::Changed(Build::Colour(Role::Accent, "#fce300".to_owned())),
            ]
            .map(Message::Builder),
        ),
        kept("start", "earlier-nothing"),
        kept("start-again", "earlier"),
        compare(kept("result", "earlier-comparison"), three()).then_at(Place::Earlier),
        kept("result", "earlier-sure").after([asked]),
        // A plan whose check is on another device.
        kept("start", "earlier-plan-alone").after([Message::FilesRead(vec![plan_alone()])]),
        over_time(kept("result", "earlier-over-time")),
        kept("result", "earlier-refused").after([Message::FilesRead(vec!["{}".to_owned()])]),
    ]
}

/// Four checks of one's own, half a year apart, and three comparisons of one partnership, from which one organisation left.
fn over_time(mut example: Example) -> Example {
    let begun = example.state.context.record.checks[0].clone();
    let times = [(0, "2", "4"), (184, "3", "1"), (365, "4", "4"), (549, "5", "4")];
    let record = &mut example.state.context.record;
    record.checks.clear();
    for ((since, rising, falling), id) in times.into_iter().zip(1..) {
        let mut check = begun.clone();
        check.id = id;
        check.finished.value = Some(Day(day(1, 4).0 - 365 + since));
        for (place, response) in check.responses.iter_mut().enumerate() {
            response.value = match place / 3 % 4 {
                0 => Response::parse(rising),
                1 => Response::parse(falling),
                2 => Response::parse("3"),
                _ => None,
            };
        }
        record.checks.push(check);
    }
    let comparisons = [(0, "2", "4"), (190, "3", "4"), (400, "4", "2")];
    for (of, (since, one, other)) in (1..).zip(comparisons) {
        let mut comparison = Comparison::new(Day(day(1, 4).0 - 365 + since));
        PARTNERSHIP.clone_into(&mut comparison.name);
        let third = if of == 1 { NOTE } else { "" };
        let partners = [(ORGANISATION, one), (PARTNERSHIP, other), (third, "1")];
        comparison.partners = partners
            .into_iter()
            .zip(0..)
            .map(|((label, number), organisation)| Partner {
                id: u32::from(organisation) + 1,
                label: label.to_owned(),
                organisation,
                summary: summary(&[number, "3"], "norming"),
            })
            .collect();
        example.state.folder.set(20 + of, Item::Comparison(comparison));
    }
    example
}

/// The file of a plan.
fn plan_alone() -> String {
    let step = PlannedStep {
        id: 1,
        what: PARTNERSHIP.to_owned(),
        owner: PARTNERSHIP.to_owned(),
        ..PlannedStep::default()
    };
    folder::save(&Folder {
        entries: vec![Entry::new(
            5,
            1,
            Item::Plan {
                of: 6,
                plan: Plan { steps: vec![step] },
            },
        )],
    })
}
