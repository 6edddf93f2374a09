//! Sections from headings; without headings, a reading path from the paragraphs.

use super::form::{End, Form};
use super::{joints, kinds, lead, same_words};
use crate::analysis::{Entity, Event, Section};
use crate::document::{Block, BlockKind, Case, Document, TokenKind, sort_by_key};
use crate::grammar;
use crate::{Span, TokenRange};

/// The sections of a document whose blocks have their kinds. Makes the levels of its headings follow on each other.
/// `title` is the headline's words.
pub(super) fn find(doc: &mut Document, title: &str) -> Vec<Section> {
    level(doc);
    let mut sections: Vec<Section> = Vec::new();
    // Sections that have not ended yet, outermost first.
    let mut open: Vec<usize> = Vec::new();
    let mut end = 0;
    for block in &doc.blocks {
        if let BlockKind::Heading(level) = block.kind {
            while let Some(last) = open.pop_if(|last| sections[*last].level >= level) {
                sections[last].extent.end = end;
            }
            open.push(sections.len());
            sections.push(Section {
                level,
                text: block.span.of(&doc.text).to_string(),
                span: block.span,
                extent: block.span,
                derived: false,
                entities: Vec::new(),
                events: Vec::new(),
            });
        }
        end = block.span.end;
    }
    for last in open {
        sections[last].extent.end = end;
    }
    // The heading of a box of dates, and no other, is no way through the text.
    let only = doc.blocks.iter().position(|b| matches!(b.kind, BlockKind::Heading(_))).filter(|_| sections.len() == 1);
    let boxed = only.is_some_and(|at| {
        let entry = |block: &Block| {
            let form = Form::of(block.span.of(&doc.text));
            block.kind == BlockKind::ListItem && form.is_some_and(|form| kinds::is_entry(&form))
        };
        doc.blocks[..at].iter().any(|b| b.kind == BlockKind::Paragraph) && doc.blocks.get(at + 1).is_some_and(entry)
    });
    if sections.is_empty() || boxed { reading_path(doc, title) } else { sections }
}

/// Tells each section who is named and what is told in it.
pub(crate) fn fill(sections: &mut [Section], entities: &[Entity], events: &[Event]) {
    let sorted = |mut places: Vec<(u32, u32)>| {
        sort_by_key(&mut places, |place| u64::from(place.0) << 32 | u64::from(place.1));
        places
    };
    let names = sorted(entities.iter().flat_map(|e| e.mentions.iter().map(|m| (m.start, e.id))).collect());
    let told = sorted(events.iter().zip(0..).map(|(event, number)| (event.span.start, number)).collect());
    let within = |places: &[(u32, u32)], extent: Span| {
        let place = |at: u32| places.partition_point(|p| p.0 < at);
        let mut inside: Vec<u32> = places[place(extent.start)..place(extent.end)].iter().map(|p| p.1).collect();
        sort_by_key(&mut inside, |number| u64::from(*number));
        inside.dedup();
        inside
    };
    for section in sections {
        section.entities = within(&names, section.extent);
        section.events = within(&told, section.extent);
    }
}

/// Gives every heading the depth at which it really stands: the first is 1, and none is more than one below the one
/// above it.
fn level(doc: &mut Document) {
    let mut above: Vec<u8> = Vec::new();
    for block in &mut doc.blocks {
        if let BlockKind::Heading(raw) = &mut block.kind {
            while above.pop_if(|last| *last >= *raw).is_some() {}
            above.push(*raw);
            *raw = above.len() as u8;
        }
    }
}

/// A way through a text without headings, never empty where there are words: by its paragraphs, else by its items and
/// quotations, else by whatever there is. A line that says the headline again is no step where there is another.
fn reading_path(doc: &Document, title: &str) -> Vec<Section> {
    let again = |block: &Block| !title.is_empty() && same_words(block.span.of(&doc.text), title);
    // A date, a name and the like alone in its line, a score: a line without stop and verb.
    let bare = |block: &Block, sentence: usize| {
        Form::of(block.span.of(&doc.text)).is_some_and(|form| {
            let tells = || lead::tells(grammar::parse(doc, sentence));
            kinds::is_date_line(&form) || form.end == End::Open && (form.words <= 4 || form.words <= 12 && !tells())
        })
    };
    // `Scores are given as goals and points.`
    let note = |first: usize| {
        let tokens = doc.tokens_of(first);
        let word = |at: usize| tokens.get(at).map_or("", |t| t.span.of(&doc.text));
        let are = if word(0) == "All" { 2 } else { 1 };
        let told = matches!(word(are + 1), "given" | "in" | "listed" | "quoted" | "rounded" | "shown" | "stated");
        let alone = doc.sentences.get(first + 1).is_none_or(|s| s.block != doc.sentences[first].block);
        alone
            && tokens.len() < 12
            && word(are) == "are"
            && told
            && tokens[1..].iter().all(|t| t.case == Case::Lower || t.kind != TokenKind::Word)
    };
    // `Ann Lee: Both.`: an answer says nothing without what was asked.
    let answer = |first: usize| {
        let TokenRange { start, end } = doc.sentences[first].tokens;
        let colon = (start + 1..end.min(start + 4)).find(|at| doc.word(*at as usize) == ":");
        let named = |at: u32| doc.tokens[at as usize].case != Case::Lower;
        let colon = colon.filter(|colon| (start..*colon).all(named) && end < colon + 8);
        colon.is_some() && !lead::tells(grammar::parse(doc, first))
    };
    // A row of a table is no step either.
    let row = |block: &Block| block.span.of(&doc.text).contains(" | ");
    let is_text = |block: &Block, first: usize| {
        block.kind == BlockKind::Paragraph && !bare(block, first) && !row(block) && !note(first) && !answer(first)
    };
    let mut path = steps(doc, |block, first| is_text(block, first) && !again(block));
    if path.is_empty() {
        path = steps(doc, |block, _| block.kind.is_story() && !again(block));
    }
    if path.is_empty() {
        path = steps(doc, |_, _| true);
    }
    path
}

/// The leads of the blocks that `begins` holds for; neighbours share a step where there are many.
fn steps(doc: &Document, begins: impl Fn(&Block, usize) -> bool) -> Vec<Section> {
    const MOST: u32 = 9;
    let is_step = |kind| matches!(kind, BlockKind::Paragraph | BlockKind::Quote | BlockKind::ListItem);
    let total: u32 = doc.blocks.iter().filter(|b| is_step(b.kind)).map(|b| b.span.len()).sum();
    let share = total / MOST;
    let mut steps: Vec<Section> = Vec::new();
    let mut taken = u32::MAX;
    // The block whose words a step before it has told.
    let mut told = None;
    let mut sentence = 0;
    for (number, block) in doc.blocks.iter().enumerate() {
        while doc.sentences.get(sentence).is_some_and(|s| (s.block as usize) < number) {
            sentence += 1;
        }
        let Some(first) = doc.sentences.get(sentence).filter(|s| s.block as usize == number) else { continue };
        let says = first.span.of(&doc.text).contains(char::is_alphanumeric);
        let enough = if says && continues(doc, sentence) { share * 2 } else { share };
        if says && taken > enough && (steps.len() as u32) < MOST && told != Some(number) && begins(block, sentence) {
            let (mut span, mut text) = lead::of(doc, sentence);
            // `Ann Lee said:` with what she said in the paragraph behind it.
            if is_speaker(doc, sentence) {
                let (said, words) = lead::of(doc, sentence + 1);
                (span.end, text) = (said.end, format!("{text}: {words}"));
                told = Some(number + 1);
            }
            let (entities, events) = Default::default();
            steps.push(Section { level: 1, text, span, extent: block.span, derived: true, entities, events });
            taken = 0;
        }
        if let Some(step) = steps.last_mut() {
            step.extent.end = block.span.end;
            if is_step(block.kind) {
                taken = taken.saturating_add(block.span.len());
            }
        }
    }
    steps
}

/// True for a sentence that only says who says what the next paragraph does: `Ann Lee said:`.
fn is_speaker(doc: &Document, sentence: usize) -> bool {
    let this = doc.sentences[sentence];
    let last = (this.tokens.end as usize).saturating_sub(1);
    let next = doc.sentences.get(sentence + 1).filter(|next| next.block == this.block + 1);
    let told = next.is_some_and(|next| {
        let kind = doc.blocks[next.block as usize].kind;
        matches!(kind, BlockKind::Paragraph | BlockKind::Quote) && lead::tells(grammar::parse(doc, sentence + 1))
    });
    told && this.tokens.len() > 2 && doc.word(last) == ":" && joints::SAYS.hold(doc.tokens[last - 1].hash)
}

/// True for a sentence that goes on with what stands before it: words quoted, `She said`, `This would`. Its paragraph begins
/// a step only where the one before has grown long.
fn continues(doc: &Document, sentence: usize) -> bool {
    let first = doc.sentences[sentence].tokens.start;
    match doc.word(first as usize) {
        "\"" | "“" | "‘" | "``" | "He" | "She" | "They" | "I" | "We" => true,
        "That" => true,
        "It" | "This" | "These" | "Those" => grammar::parse(doc, sentence).verb_at(first + 1).is_some(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::{RawInput, analyze};

    #[test]
    fn a_text_without_headings_has_a_reading_path() {
        let path = |text: &str| {
            let sections = analyze(&RawInput::text(text)).outline;
            assert!(sections.iter().all(|section| section.derived), "{text:?}");
            sections.into_iter().map(|section| section.text).collect::<Vec<_>>()
        };
        let paragraphs = "The pool stays open. Its roof is new.\n\nThe first swimmers come in May.";
        assert_eq!(path(paragraphs), ["The pool stays open", "The first swimmers come in May"]);
        assert_eq!(path("• Bring a coat\n• Bring a hat"), ["Bring a coat", "Bring a hat"]);
        assert_eq!(path("Photograph: Ada Finch"), ["Photograph: Ada Finch"]);
        assert_eq!(path("By Ada Finch"), ["By Ada Finch"]);
        assert!(path("…").is_empty());
        let speech = "The mayor of Tolk, Ann Lee, said:\n\nThe mill by the old bridge is shut for a year.";
        assert_eq!(path(speech), ["The mayor of Tolk, Ann Lee, said: The mill by the old bridge is shut for a year"]);
        let wire =
            "LEEDS, March 14 (Northern Wire) — Two men were held after a raid, the police said.\n\nNobody was hurt.";
        assert_eq!(path(wire), ["Two men were held after a raid, the police said", "Nobody was hurt"]);
        let dated = "He keeps the lamp, and has kept it for forty years, which he puts down to a loud clock.\n\n3 May 2024\n\nIt burns.";
        assert_eq!(path(dated).len(), 2);
        assert_eq!(path(&dated.replace("3 May 2024", "Ada Finch")).len(), 2);
        let again = "Pool opens in May\n\nPool opens in May\n\nThe pool stays open, and its roof is new this year.";
        assert_eq!(path(again), ["The pool stays open, and its roof is new this year"]);
        assert_eq!(path("Pool opens in May\n\nPool opens in May"), ["Pool opens in May"; 2]);
        let asked = "Did you ever swim in the sea as a child in Tolk?\n\nAda Finch: Often. The water was cold, and it taught me.\n\n\
                     What do you tell those who learn it today?\n\n:AF: Patience. The sea comes back every day.";
        assert_eq!(path(asked), ["What do you tell those who learn it today?"]);
        let noted =
            "The swimmers of Tolk won by nine lengths.\n\nTimes are given in minutes.\n\nThey swim again in May.";
        assert_eq!(path(noted), ["The swimmers of Tolk won by nine lengths", "They swim again in May"]);
    }

    #[test]
    fn a_section_holds_what_is_named_and_told_in_it() {
        let text = "# Pool\n\n## First\n\nMary Finch opened the pool in York on 3 May 2024.\n\n### Deeper\n\n\
                    On 4 May 2024 Mary Finch closed it.\n\n## Last\n\nNobody came.\n";
        let analysis = analyze(&RawInput::text(text));
        let named = |number: usize| {
            let ids = &analysis.outline[number].entities;
            ids.iter().map(|id| analysis.entities[*id as usize].name.as_str()).collect::<Vec<_>>()
        };
        let told = |number: usize| {
            let numbers = &analysis.outline[number].events;
            numbers.iter().map(|number| analysis.events[*number as usize].date.as_str()).collect::<Vec<_>>()
        };
        assert!(named(0).contains(&"Mary Finch") && named(0).contains(&"York"), "{:?}", named(0));
        assert_eq!(named(1), ["Mary Finch"]);
        assert_eq!((told(0), told(1)), (vec!["2024-05-03", "2024-05-04"], vec!["2024-05-04"]));
        assert_eq!((named(2).len(), told(2).len()), (0, 0));
    }
}
