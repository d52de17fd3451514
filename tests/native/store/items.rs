//! Two tabs that change different steps of one plan before either hears of the other.

use partnership_health_check::domain::entry::Item;
use partnership_health_check::domain::folder::Folder;
use partnership_health_check::domain::plan::{Plan, PlannedStep};

use super::world::{Mood, World};

fn step(id: u32) -> PlannedStep {
    PlannedStep {
        id,
        what: format!("Step {id}"),
        ..PlannedStep::default()
    }
}

fn change(folder: &mut Folder, change: impl FnOnce(&mut Vec<PlannedStep>)) {
    let Item::Plan { of, mut plan } = folder.item(7).clone() else {
        panic!("a plan");
    };
    change(&mut plan.steps);
    folder.set(7, Item::Plan { of, plan });
}

/// Tabs that meet in the durable store alone: `localStorage` is refused, or shows a tab late what another one wrote.
#[test]
fn both_changes_of_one_plan_stay() {
    let mut begun = Folder::default();
    let plan = Plan {
        steps: (1..=3).map(step).collect(),
    };
    begun.set(7, Item::Plan { of: 5, plan });
    let text = partnership_health_check::formats::folder::save(&begun);
    let mut world = World::<Folder>::open(None, Some(text), Mood::Refuses, Mood::Works);
    world.settle();
    world.act(0, |folder| change(folder, |steps| steps[0].done = true));
    world.act(1, |folder| change(folder, |steps| drop(steps.remove(1))));
    world.act(0, |folder| {
        change(folder, |steps| steps[2].owner = "Ann".to_owned());
    });
    world.settle();
    for at in [0, 1] {
        world.sleep(at);
        world.settle();
    }
    for tab in &world.tabs {
        let (_, plan) = tab.value.plan(5).expect("a plan");
        let shown = plan
            .steps
            .iter()
            .map(|step| (step.id, step.done, step.owner.as_str()));
        assert_eq!(shown.collect::<Vec<_>>(), [(1, true, ""), (3, false, "Ann")]);
    }
}
