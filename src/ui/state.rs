//! What the page knows and how it changes: a pure reducer. Absent here: the DOM, the clock, the engine's work.

use crate::{Analysis, Correction, Entity, Format, RawInput, Span};
use std::ops::Deref;
use std::rc::Rc;
use yew::{AttrValue, Reducible};

/// An article that has been read. Cheap to clone; equal only to itself.
#[derive(Clone, Debug)]
pub struct Reading(Rc<Read>);

/// What a [`Reading`] holds.
#[derive(Debug)]
pub struct Read {
    /// What was given.
    pub raw: Rc<RawInput>,
    /// What was found.
    pub analysis: Analysis,
}

impl PartialEq for Reading {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Reading {
    type Target = Read;
    fn deref(&self) -> &Read {
        &self.0
    }
}

impl Reading {
    pub fn new(raw: Rc<RawInput>, analysis: Analysis) -> Self {
        Reading(Rc::new(Read { raw, analysis }))
    }

    /// The words of a place; empty where there is no such place.
    pub fn words(&self, span: Span) -> &str {
        self.analysis.text.get(span.start as usize..span.end as usize).unwrap_or("")
    }

    /// The entity with this id.
    pub fn entity(&self, id: u32) -> Option<&Entity> {
        self.analysis.entities.get(id as usize).filter(|e| e.id == id)
    }

    /// The places of something, in order of the text.
    pub fn places(&self, pick: Pick) -> Vec<Span> {
        let analysis = &self.analysis;
        let places = match pick {
            Pick::Entity(id) => self.entity(id).map(Entity::places),
            Pick::Date(n) => analysis.timexes.get(n as usize).map(|t| vec![t.span]),
            Pick::Event(n) => analysis.events.get(n as usize).map(|e| {
                let mut places = vec![e.span];
                places.extend(&e.also);
                places
            }),
            Pick::Section(n) => analysis.outline.get(n as usize).map(|s| vec![s.span]),
        };
        places.unwrap_or_default()
    }

    /// True where there are no words at all.
    fn cannot_be_read(&self) -> bool {
        self.analysis.blocks.is_empty() || self.analysis.warnings.iter().any(|w| matches!(w.code, "empty" | "binary"))
    }

    /// True when there is something wrong and nothing to show for it: the person stays at the box.
    fn holds_nothing(&self) -> bool {
        let a = &self.analysis;
        // A reading path is made from any words; what counts is what the article itself has.
        let found = a.title.is_some()
            || a.outline.iter().any(|section| !section.derived)
            || !(a.entities.is_empty() && a.timexes.is_empty() && a.events.is_empty());
        self.cannot_be_read() || (!a.warnings.is_empty() && !found)
    }
}

/// Something that can be pointed at or selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// [`Entity::id`](crate::Entity::id).
    Entity(u32),
    /// Number in [`Analysis::timexes`].
    Date(u32),
    /// Number in [`Analysis::events`].
    Event(u32),
    /// Number in [`Analysis::outline`].
    Section(u32),
}

impl Pick {
    /// The word for it in the page's attributes.
    pub fn key(self) -> &'static str {
        match self {
            Pick::Entity(_) => "entity",
            Pick::Date(_) => "date",
            Pick::Event(_) => "event",
            Pick::Section(_) => "section",
        }
    }
}

/// What is selected, and which of its places was shown last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    pub pick: Pick,
    /// Number of the place among [`Reading::places`].
    pub nth: usize,
    /// Rises with each showing, so that the same place can be shown again.
    pub serial: u32,
    /// True when the person pointed into the text: it need not be scrolled.
    pub in_text: bool,
    pub by: By,
}

/// What a person works with. Whoever has no pointer must be taken to what opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    Pointer,
    Keys,
}

/// The three views beside the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    Outline,
    Who,
    When,
}

/// A job to be done.
#[derive(Clone, Debug)]
pub struct Run {
    pub number: u32,
    pub raw: Rc<RawInput>,
    pub stage: &'static str,
    /// Share done, 0 to 1.
    pub share: f32,
    /// The name of the file it was read from: where that cannot be read, what was in the box stays.
    pub file: Option<AttrValue>,
}

impl PartialEq for Run {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

/// All that the page knows.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// What was given last.
    pub raw: Rc<RawInput>,
    /// What the paste box holds of it: the text, but of rich text the words alone.
    pub draft: AttrValue,
    /// The work that is going on.
    pub run: Option<Run>,
    /// The article on show; none: the paste box is.
    pub reading: Option<Reading>,
    /// The article that was on show before; it can be gone back to.
    pub back: Option<Reading>,
    /// Why there is no reading: what the engine said.
    pub trouble: Option<Reading>,
    /// The file that it said it of.
    pub file: Option<AttrValue>,
    /// What else a person should know of what they dropped.
    pub notice: Option<AttrValue>,
    pub selection: Option<Selection>,
    /// The view that is open where there is room for one only.
    pub open: Option<View>,
    /// True while the selected chip is being corrected.
    pub editing: bool,
    /// Number of the correction that was just made.
    pub done: Option<usize>,
    /// What was written in the box before going back to the article.
    written: Option<AttrValue>,
    /// Rises with each correction or undoing that has been read: then the keyboard needs a new place.
    pub corrected: u32,
    serial: u32,
}

/// What can happen.
#[derive(Debug)]
pub enum Action {
    /// Read this.
    Read(RawInput),
    /// Read this file (its name), and say something else about it.
    Open(AttrValue, RawInput, Option<AttrValue>),
    /// A file that could not be opened, in words.
    Unread(AttrValue),
    /// Read the same again with another publication date.
    Publish(Option<String>),
    /// Work goes on: number of the run, stage, share done.
    Progress(u32, &'static str, f32),
    /// A run is done.
    Finished(u32, Box<Analysis>),
    Cancel,
    /// Back to an empty box.
    New,
    /// Back to the box with the text in it.
    Edit,
    /// Back from the box, which holds this, to the article that was on show.
    Return(String),
    /// Show something; again: its next place.
    Show(Pick, By),
    /// The person pointed at this place of something in the text.
    Touch(Pick, usize, By),
    /// Show the next (+1) or previous (-1) place of what is selected.
    Walk(i32),
    Unselect,
    /// One step back: close the fields for correcting, else unselect.
    Back,
    /// Open or close the fields for correcting what is selected.
    Mend,
    /// Read the same again with one more correction.
    Correct(Correction),
    /// Read the same again without this correction; none: without any.
    Undo(Option<usize>),
    /// Open or close a view.
    Toggle(View),
}

impl State {
    fn run(&mut self, raw: Rc<RawInput>, file: Option<AttrValue>) {
        self.serial += 1;
        self.run = Some(Run { number: self.serial, raw, stage: "Reading", share: 0.0, file });
        (self.trouble, self.file, self.notice) = (None, None, None);
    }

    fn begin(&mut self, raw: Rc<RawInput>) {
        let notice = self.notice.take().filter(|_| self.reading.is_some());
        self.run(raw.clone(), None);
        (self.notice, self.written) = (notice, None);
        if raw.format != Format::Html {
            self.draft = AttrValue::from(raw.text.clone());
        }
        self.raw = raw;
    }

    /// The draft of what was read: a person does not edit HTML that they never saw.
    fn words(reading: &Reading) -> AttrValue {
        let rich = reading.raw.format == Format::Html;
        AttrValue::from(if rich { &reading.analysis.text } else { &reading.raw.text }.clone())
    }

    /// Takes the article from show; what the box holds of it is its draft.
    fn leave(&mut self) {
        if let Some(reading) = self.reading.take() {
            self.draft = State::words(&reading);
            self.back = Some(reading);
        }
        (self.selection, self.open, self.done, self.editing) = (None, None, None, false);
    }

    fn select(&mut self, pick: Pick, nth: usize, in_text: bool, by: By) {
        self.serial += 1;
        let same = self.selection.is_some_and(|s| s.pick == pick);
        self.selection = Some(Selection { pick, nth, serial: self.serial, in_text, by });
        (self.open, self.done) = (None, None);
        self.editing &= same;
    }

    /// Reads what is on show again with other corrections.
    fn correct(&mut self, corrections: Vec<Correction>) {
        let raw = Rc::new(RawInput { corrections, ..(*self.raw).clone() });
        self.begin(raw);
    }

    /// The same words selected in another reading of the same text: entities have other numbers there.
    fn reselect(&mut self, old: Option<&Reading>, new: &Reading) {
        let Some(selection) = self.selection.take() else { return };
        let Pick::Entity(_) = selection.pick else {
            // Another publication date puts the events in another order; the rest keeps its numbers.
            self.selection = Some(selection).filter(|s| !matches!(s.pick, Pick::Event(_)));
            return;
        };
        let place = old.and_then(|old| old.places(selection.pick).get(selection.nth).copied());
        let found = place.and_then(|place| {
            new.analysis.entities.iter().find_map(|e| Some((e.id, e.places().iter().position(|p| *p == place)?)))
        });
        self.selection = found.map(|(id, nth)| Selection { pick: Pick::Entity(id), nth, ..selection });
    }

    fn apply(&mut self, action: Action) {
        match action {
            Action::Read(raw) => {
                self.leave();
                self.begin(Rc::new(raw));
            }
            Action::Open(name, raw, notice) => {
                self.leave();
                self.run(Rc::new(raw), Some(name));
                self.notice = notice;
            }
            Action::Unread(words) => (self.trouble, self.notice) = (None, Some(words)),
            Action::Publish(published) => {
                if published != self.raw.published {
                    self.begin(Rc::new(RawInput { published, ..(*self.raw).clone() }));
                }
            }
            Action::Progress(number, stage, share) => {
                if let Some(run) = self.run.as_mut().filter(|run| run.number == number) {
                    (run.stage, run.share) = (stage, share);
                }
            }
            Action::Finished(number, analysis) => {
                let Some(run) = self.run.take_if(|run| run.number == number) else { return };
                let reading = Reading::new(run.raw.clone(), *analysis);
                if run.file.is_some() && reading.cannot_be_read() {
                    (self.trouble, self.file, self.notice) = (Some(reading), run.file, None);
                } else if reading.holds_nothing() {
                    self.raw = run.raw;
                    self.draft = State::words(&reading);
                    (self.reading, self.trouble) = (None, Some(reading));
                } else {
                    self.raw = run.raw;
                    (self.back, self.written) = (None, None);
                    let old = self.reading.take();
                    let corrections = |r: &Reading| r.raw.corrections.clone();
                    if old.as_ref().is_some_and(|old| corrections(old) != corrections(&reading)) {
                        self.corrected += 1;
                    }
                    self.reselect(old.as_ref(), &reading);
                    self.reading = Some(reading);
                }
            }
            Action::Cancel => {
                self.run = None;
                if let Some(reading) = &self.reading {
                    self.raw = reading.raw.clone();
                }
            }
            Action::New => *self = State { serial: self.serial, ..State::default() },
            Action::Edit => {
                let written = self.written.take();
                self.leave();
                let (raw, draft, back) = (self.raw.clone(), self.draft.clone(), self.back.take());
                *self = State { serial: self.serial, raw, draft, back, ..State::default() };
                if let Some(words) = written {
                    self.raw =
                        Rc::new(RawInput { text: words.to_string(), format: Format::Auto, ..(*self.raw).clone() });
                    self.draft = words;
                }
            }
            Action::Return(words) => {
                let Some(back) = self.back.take() else { return };
                self.raw = back.raw.clone();
                let written = Some(AttrValue::from(words)).filter(|words| *words != State::words(&back));
                *self = State {
                    serial: self.serial,
                    raw: self.raw.clone(),
                    reading: Some(back),
                    written,
                    ..State::default()
                };
            }
            Action::Show(pick, by) => {
                let count = self.reading.as_ref().map_or(0, |r| r.places(pick).len());
                let nth = match self.selection {
                    Some(s) if s.pick == pick && count > 0 => (s.nth + 1) % count,
                    _ => 0,
                };
                self.select(pick, nth, false, by);
            }
            Action::Touch(pick, nth, by) => self.select(pick, nth, true, by),
            Action::Walk(by) => {
                let Some(s) = self.selection else { return };
                let count = self.reading.as_ref().map_or(0, |r| r.places(s.pick).len());
                if count > 0 {
                    let nth = (s.nth as i64 + i64::from(by)).rem_euclid(count as i64) as usize;
                    self.select(s.pick, nth, false, By::Pointer);
                }
            }
            Action::Unselect => {
                (self.selection, self.open, self.done) = (None, None, None);
                self.editing = false;
            }
            Action::Back if self.editing => self.editing = false,
            Action::Back => self.apply(Action::Unselect),
            Action::Mend => (self.editing, self.done) = (!self.editing, None),
            Action::Correct(correction) => {
                // What was parted has its own chip now, which wants a name.
                self.editing = matches!(correction, Correction::Split { .. });
                let mut corrections = self.raw.corrections.clone();
                self.done = Some(corrections.len());
                corrections.push(correction);
                self.correct(corrections);
            }
            Action::Undo(which) => {
                let mut corrections = self.raw.corrections.clone();
                match which {
                    Some(n) if n < corrections.len() => drop(corrections.remove(n)),
                    Some(_) => return,
                    None => corrections.clear(),
                }
                (self.editing, self.done) = (false, None);
                self.correct(corrections);
            }
            Action::Toggle(view) => self.open = if self.open == Some(view) { None } else { Some(view) },
        }
    }
}

impl Reducible for State {
    type Action = Action;
    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = Rc::unwrap_or_clone(self);
        next.apply(action);
        Rc::new(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Block, BlockKind};
    use crate::{EntityKind, Warning};

    fn state(actions: impl IntoIterator<Item = Action>) -> State {
        let mut state = State::default();
        actions.into_iter().for_each(|action| state.apply(action));
        state
    }

    fn analysis() -> Box<Analysis> {
        let entity = Entity {
            id: 0,
            name: "Ann Lee".into(),
            kind: EntityKind::Person,
            aliases: vec!["Lee".into()],
            role: None,
            place: None,
            salience: 1.0,
            mentions: vec![Span::new(0, 7), Span::new(19, 22)],
            described: vec![],
            government: vec![],
        };
        Box::new(Analysis {
            text: "Ann Lee came. Then Lee left.".into(),
            blocks: vec![Block { span: Span::new(0, 28), kind: BlockKind::Paragraph }],
            entities: vec![entity],
            ..Analysis::default()
        })
    }

    fn read() -> State {
        state([Action::Read(RawInput::text("Ann Lee came. Then Lee left.")), Action::Finished(1, analysis())])
    }

    #[test]
    fn an_article_is_read_and_shown() {
        let working = state([Action::Read(RawInput::text("x")), Action::Progress(1, "Names", 0.5)]);
        assert_eq!(working.run.map(|r| (r.stage, r.share)), Some(("Names", 0.5)));
        assert!(read().run.is_none() && read().reading.is_some());
    }

    #[test]
    fn an_answer_that_comes_too_late_is_dropped() {
        let late = state([
            Action::Read(RawInput::text("first")),
            Action::Read(RawInput::text("second")),
            Action::Finished(1, analysis()),
        ]);
        assert!(late.reading.is_none() && late.run.is_some());
        let cancelled = state([Action::Read(RawInput::text("x")), Action::Cancel, Action::Finished(1, analysis())]);
        assert!(cancelled.reading.is_none());
    }

    #[test]
    fn trouble_keeps_the_text_in_the_box() {
        let warnings = vec![Warning { code: "empty", message: "Nothing to read.".into() }];
        let nothing = Box::new(Analysis { warnings, ..Analysis::default() });
        let state = state([Action::Read(RawInput::text("  ")), Action::Finished(1, nothing)]);
        assert!(state.reading.is_none());
        assert_eq!(state.trouble.map(|t| t.analysis.warnings[0].code), Some("empty"));
        assert_eq!((state.raw.text.as_str(), state.draft.as_str()), ("  ", "  "));
    }

    #[test]
    fn a_file_that_cannot_be_read_leaves_the_box_as_it_was() {
        let binary = || {
            let warnings = vec![Warning { code: "binary", message: "No text.".into() }];
            Box::new(Analysis { warnings, text: "%PDF".into(), ..*analysis() })
        };
        let open = || Action::Open("a.pdf".into(), RawInput::text("%PDF"), None);
        let empty = state([open(), Action::Finished(1, binary())]);
        assert!(empty.reading.is_none() && empty.draft.is_empty() && empty.raw.text.is_empty());
        assert_eq!((empty.trouble.is_some(), empty.file.as_deref()), (true, Some("a.pdf")));
        let mut shown = read();
        shown.apply(open());
        shown.apply(Action::Finished(2, binary()));
        assert_eq!(shown.draft.as_str(), "Ann Lee came. Then Lee left.");
        shown.apply(Action::Return(shown.draft.to_string()));
        assert!(shown.reading.is_some() && shown.trouble.is_none());
    }

    #[test]
    fn whoever_goes_back_to_the_article_loses_nothing() {
        let mut state = read();
        state.apply(Action::Edit);
        assert!(state.reading.is_none() && state.back.is_some());
        state.apply(Action::Return("Ann Lee came.".into()));
        assert_eq!(state.reading.as_ref().map(|r| r.analysis.entities.len()), Some(1));
        assert_eq!(state.raw.text, "Ann Lee came. Then Lee left.");
        state.apply(Action::Edit);
        assert_eq!((state.draft.as_str(), state.raw.text.as_str()), ("Ann Lee came.", "Ann Lee came."));
        assert!(state.back.is_some());
    }

    #[test]
    fn who_edits_rich_text_edits_its_words() {
        let html = RawInput { text: "<p>Ann Lee came.</p>".into(), format: Format::Html, ..RawInput::default() };
        let state = state([Action::Read(html), Action::Finished(1, analysis()), Action::Edit]);
        assert!(state.reading.is_none());
        assert_eq!(state.draft.as_str(), "Ann Lee came. Then Lee left.");
        assert_eq!(state.raw.format, Format::Html, "read again unchanged, it is still rich");
    }

    #[test]
    fn the_same_chip_walks_through_its_mentions() {
        let mut state = read();
        let mut seen = Vec::new();
        for _ in 0..3 {
            state.apply(Action::Show(Pick::Entity(0), By::Pointer));
            seen.push(state.selection.unwrap().nth);
        }
        state.apply(Action::Walk(-1));
        seen.push(state.selection.unwrap().nth);
        assert_eq!(seen, [0, 1, 0, 1]);
    }

    #[test]
    fn another_date_reads_again_and_keeps_the_article_on_show() {
        let mut state = read();
        state.apply(Action::Publish(Some("2025-01-22".into())));
        let run = state.run.clone().unwrap();
        assert_eq!(run.raw.published.as_deref(), Some("2025-01-22"));
        assert!(state.reading.is_some());
        state.apply(Action::Publish(Some("2025-01-22".into())));
        assert_eq!(state.run.as_ref(), Some(&run), "the same date again starts nothing");
    }

    #[test]
    fn a_correction_reads_again_and_can_be_undone() {
        let hide = Correction::Hide { entity: crate::EntityKey::new("Ann Lee", EntityKind::Person) };
        let mut state = read();
        state.apply(Action::Show(Pick::Entity(0), By::Pointer));
        state.apply(Action::Mend);
        assert!(state.editing);
        state.apply(Action::Correct(hide.clone()));
        let run = state.run.clone().unwrap();
        assert_eq!((run.raw.corrections.as_slice(), state.done), (&[hide][..], Some(0)));
        let hidden = Analysis { entities: vec![], ..*analysis() };
        state.apply(Action::Finished(run.number, Box::new(hidden)));
        assert_eq!((state.selection, state.editing, state.corrected), (None, false, 1));
        state.apply(Action::Undo(Some(7)));
        assert!(state.run.is_none(), "there is no such correction");
        state.apply(Action::Undo(Some(0)));
        let run = state.run.clone().unwrap();
        assert!(run.raw.corrections.is_empty() && state.done.is_none());
        state.apply(Action::Finished(run.number, analysis()));
        assert_eq!(state.reading.as_ref().map(|r| r.analysis.entities.len()), Some(1));
        assert_eq!(state.corrected, 2);
    }

    #[test]
    fn the_selected_words_stay_selected_though_the_numbers_change() {
        let mut state = read();
        state.apply(Action::Touch(Pick::Entity(0), 1, By::Pointer));
        state.apply(Action::Mend);
        let entity = crate::EntityKey::new("Ann Lee", EntityKind::Person);
        state.apply(Action::Correct(Correction::Split { entity, words: "Lee".into(), context: None }));
        let mut split = *analysis();
        split.entities.insert(0, Entity { name: "Other".into(), mentions: vec![], ..split.entities[0].clone() });
        split.entities[1] = Entity { id: 1, mentions: vec![Span::new(19, 22)], ..split.entities[1].clone() };
        let number = state.run.clone().unwrap().number;
        state.apply(Action::Finished(number, Box::new(split)));
        assert_eq!(state.selection.map(|s| (s.pick, s.nth)), Some((Pick::Entity(1), 0)));
        assert!(state.editing, "what was parted wants a name");
        state.apply(Action::Back);
        assert!(!state.editing && state.selection.is_some());
        state.apply(Action::Back);
        assert!(state.selection.is_none());
    }

    #[test]
    fn words_outside_the_text_are_empty() {
        let reading = read().reading.unwrap();
        assert_eq!(reading.words(Span::new(0, 7)), "Ann Lee");
        assert_eq!(reading.words(Span::new(20, 99)), "");
    }
}
