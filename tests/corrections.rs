//! The reader's corrections: each of the five, that they survive, and what holds for any of them on any text.

use article_lens::{Analysis, Context, Correction, Entity, EntityKey, EntityKind, Format, RawInput, analyze, export};
use proptest::prelude::*;
use std::collections::HashSet;

const STORY: &str = "Ann Lee opened the school in York on 3 May 2024. Lee thanked Tom Berg of Acme Corp. for the roof.\n\n\
    Berg said that York had waited long. On Monday Lee will fly to Oslo.";

fn raw(text: &str, corrections: Vec<Correction>) -> RawInput {
    RawInput { text: text.into(), format: Format::Text, corrections, ..RawInput::default() }
}

fn read(corrections: Vec<Correction>) -> Analysis {
    analyze(&raw(STORY, corrections))
}

fn person(name: &str) -> EntityKey {
    EntityKey::new(name, EntityKind::Person)
}

fn place(name: &str) -> EntityKey {
    EntityKey::new(name, EntityKind::Place)
}

fn around(before: &str, after: &str) -> Option<Context> {
    Some(Context { before: before.into(), after: after.into() })
}

fn chip<'a>(analysis: &'a Analysis, name: &str) -> Option<&'a Entity> {
    analysis.entities.iter().find(|e| e.name == name)
}

fn warned(analysis: &Analysis) -> usize {
    analysis.warnings.iter().filter(|w| w.code == "correction").count()
}

#[test]
fn hide() {
    let before = read(vec![]);
    let after = read(vec![Correction::Hide { entity: place("York") }]);
    assert!(chip(&before, "York").is_some() && chip(&after, "York").is_none());
    assert_eq!(after.entities.len() + 1, before.entities.len());
    assert_eq!(warned(&after), 0);
    for event in &after.events {
        assert!(event.entities.iter().all(|id| (*id as usize) < after.entities.len()));
    }
    let undone = read(vec![]);
    assert_eq!(undone, before);
}

#[test]
fn rename() {
    let after = read(vec![Correction::Rename { entity: person("Ann Lee"), name: "  Anne  Lee ".into() }]);
    let lee = chip(&after, "Anne Lee").expect("the new name");
    assert_eq!(lee.aliases, ["Ann Lee", "Lee"]);
    assert_eq!(lee.mentions.len(), 3);
    let empty = read(vec![Correction::Rename { entity: person("Ann Lee"), name: " ".into() }]);
    assert!(chip(&empty, "Ann Lee").is_some() && warned(&empty) == 1);
}

#[test]
fn change_of_kind() {
    let after = read(vec![Correction::Kind { entity: place("York"), kind: EntityKind::Organization }]);
    assert_eq!(chip(&after, "York").map(|e| e.kind), Some(EntityKind::Organization));
    // What was right already, for instance since the engine has learnt it, is no misfit.
    let again = read(vec![Correction::Kind { entity: person("York"), kind: EntityKind::Place }]);
    assert_eq!(warned(&again), 0);
}

#[test]
fn merge() {
    let after = read(vec![Correction::Merge { entity: person("Tom Berg"), into: person("Ann Lee") }]);
    assert!(chip(&after, "Tom Berg").is_none());
    let lee = chip(&after, "Ann Lee").expect("the one that stays");
    assert_eq!(lee.mentions.len(), 5);
    assert!(lee.mentions.windows(2).all(|pair| pair[0].end <= pair[1].start));
    assert!(lee.aliases.contains(&"Tom Berg".into()));
    let self_merge = read(vec![Correction::Merge { entity: person("Ann Lee"), into: person("Lee") }]);
    assert_eq!(warned(&self_merge), 1);
}

#[test]
fn split() {
    let all = read(vec![Correction::Split { entity: person("Ann Lee"), words: "Lee".into(), context: None }]);
    assert_eq!(chip(&all, "Ann Lee").map(|e| e.mentions.len()), Some(1));
    assert_eq!(chip(&all, "Lee").map(|e| e.mentions.len()), Some(2));
    let context = around("Monday ", " will");
    let one = read(vec![Correction::Split { entity: person("Ann Lee"), words: "Lee".into(), context }]);
    assert_eq!(chip(&one, "Ann Lee").map(|e| e.mentions.len()), Some(2));
    assert_eq!(chip(&one, "Lee").map(|e| e.mentions.len()), Some(1));
    let nothing_left = read(vec![Correction::Split { entity: place("Oslo"), words: "Oslo".into(), context: None }]);
    assert_eq!(warned(&nothing_left), 1);
}

#[test]
fn two_of_one_name_are_told_apart_by_their_words() {
    let split = Correction::Split { entity: place("York"), words: "York".into(), context: around("that ", " had") };
    let entity = EntityKey { context: around("that ", " had"), ..place("York") };
    let after = read(vec![split, Correction::Rename { entity, name: "York Council".into() }]);
    let council = chip(&after, "York Council").expect("the one that is meant");
    assert_eq!(council.mentions.len(), 1);
    assert!(council.mentions[0].start > chip(&after, "York").expect("the other").mentions[0].start);
}

#[test]
fn corrections_survive_an_edit_and_a_change_of_the_engine() {
    let corrections = vec![
        Correction::Rename { entity: person("Ann Lee"), name: "Anne Lee".into() },
        Correction::Hide { entity: EntityKey::new("York", EntityKind::Other) },
        Correction::Hide { entity: person("Berg") },
    ];
    let after = analyze(&raw(&format!("It rained all day.\n\n{STORY}\n\nNobody else came."), corrections));
    assert!(chip(&after, "Anne Lee").is_some());
    assert!(chip(&after, "York").is_none(), "found by its name, though the kind is another");
    assert!(chip(&after, "Tom Berg").is_none(), "found by another of its forms");
    assert_eq!(warned(&after), 0);
}

#[test]
fn what_fits_nothing_is_said_and_kept() {
    let lost = Correction::Hide { entity: person("Nobody Here") };
    let after = read(vec![lost.clone()]);
    assert_eq!(warned(&after), 1);
    assert_eq!(after.corrections, [lost]);
    assert_eq!(after.entities, read(vec![]).entities);
}

fn imported(analysis: &Analysis, text: &str) -> RawInput {
    let json: serde_json::Value = serde_json::from_str(&export::json(analysis, text)).expect("JSON");
    let corrections = serde_json::from_value(json["corrections"].clone()).unwrap_or_default();
    raw(text, corrections)
}

#[test]
fn export_and_import_give_the_same() {
    let after = read(vec![
        Correction::Hide { entity: place("Oslo") },
        Correction::Merge { entity: person("Tom Berg"), into: person("Ann Lee") },
        Correction::Split { entity: person("Ann Lee"), words: "Berg".into(), context: around("", " said") },
        Correction::Kind { entity: place("York"), kind: EntityKind::Organization },
    ]);
    assert_eq!(analyze(&imported(&after, STORY)), after);
    assert_eq!(after.corrections.len(), 4);
}

/// Names that may or may not stand in the text, with the kinds and contexts a person or program might send.
fn key() -> impl Strategy<Value = EntityKey> {
    let name = prop_oneof![
        Just("Ann Lee".to_string()),
        Just("Lee".to_string()),
        Just("York".to_string()),
        Just("Tom Berg".to_string()),
        Just("Acme Corp.".to_string()),
        "\\PC{0,6}",
    ];
    (name, kind(), proptest::option::of(context())).prop_map(|(name, kind, context)| EntityKey { name, kind, context })
}

fn context() -> impl Strategy<Value = Context> {
    ("\\PC{0,3}| |that |Monday ", "\\PC{0,3}| | had").prop_map(|(before, after)| Context { before, after })
}

fn kind() -> impl Strategy<Value = EntityKind> {
    prop_oneof![
        Just(EntityKind::Person),
        Just(EntityKind::Organization),
        Just(EntityKind::Place),
        Just(EntityKind::Group),
        Just(EntityKind::Event),
        Just(EntityKind::Other)
    ]
}

fn correction() -> impl Strategy<Value = Correction> {
    prop_oneof![
        key().prop_map(|entity| Correction::Hide { entity }),
        (key(), "\\PC{0,8}").prop_map(|(entity, name)| Correction::Rename { entity, name }),
        (key(), kind()).prop_map(|(entity, kind)| Correction::Kind { entity, kind }),
        (key(), key()).prop_map(|(entity, into)| Correction::Merge { entity, into }),
        (key(), "Lee|York|Berg|\\PC{0,4}", proptest::option::of(context()))
            .prop_map(|(entity, words, context)| Correction::Split { entity, words, context }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_corrections_on_any_text(text in "\\PC{0,40}", corrections in proptest::collection::vec(correction(), 0..8)) {
        let text = format!("{STORY} {text}");
        let plain = analyze(&raw(&text, vec![]));
        let after = analyze(&raw(&text, corrections.clone()));
        let mut places = HashSet::new();
        for (n, entity) in after.entities.iter().enumerate() {
            prop_assert_eq!(entity.id as usize, n);
            prop_assert!(!entity.mentions.is_empty() && !entity.name.is_empty());
            for span in &entity.mentions {
                let form = span.of(&after.text);
                prop_assert!(entity.name == form || entity.aliases.iter().any(|a| a == form));
                prop_assert!(places.insert(*span), "one mention, one entity");
            }
        }
        // A correction makes no mentions, and only a hidden entity takes some away.
        let before: HashSet<_> = plain.entities.iter().flat_map(|e| e.mentions.iter().copied()).collect();
        prop_assert!(places.is_subset(&before));
        if !corrections.iter().any(|c| matches!(c, Correction::Hide { .. })) {
            prop_assert_eq!(places.len(), before.len());
        }
        for event in &after.events {
            prop_assert!(event.entities.iter().all(|id| (*id as usize) < after.entities.len()));
        }
        let shares: f32 = after.entities.iter().map(|e| e.salience).sum();
        prop_assert!(after.entities.is_empty() || (shares - 1.0).abs() < 1e-3);
        // What is exported gives the same again, and undoing all gives the first answer.
        prop_assert_eq!(&analyze(&imported(&after, &text)).entities, &after.entities);
        prop_assert_eq!(&analyze(&raw(&text, vec![])), &plain);
    }
}
