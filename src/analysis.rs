//! The boundary: what goes in ([`RawInput`]) and what comes out ([`Analysis`]).
//!
//! Spans are UTF-8 bytes into [`Analysis::text`], the text that is shown. UTF-16 and the offsets of what was pasted
//! appear only in [`export`](crate::export). Absent here: any rule; the stages fill these types, views read them.

use crate::Span;
use crate::document::{Block, BlockKind, sort_by_key};
use crate::input::SourceMap;
use serde::{Deserialize, Serialize};

/// What a person gives: the article, and what they know of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RawInput {
    /// The article as pasted, dropped or read.
    pub text: String,
    /// The form `text` is in.
    pub format: Format,
    /// The publication date the person gave: `YYYY-MM-DD`, or a longer ISO form of which the day is used.
    pub published: Option<String>,
    /// What the reader has corrected of the chips, in the order they did it.
    pub corrections: Vec<Correction>,
}

impl RawInput {
    /// Plain text, or whatever it turns out to be, with no known publication date.
    pub fn text(text: impl Into<String>) -> Self {
        RawInput { text: text.into(), ..RawInput::default() }
    }

    /// The same with a publication date (`YYYY-MM-DD`).
    pub fn published(mut self, date: impl Into<String>) -> Self {
        self.published = Some(date.into());
        self
    }
}

/// A reader's correction of the entities. It names an entity by its words, not by a number, so that it holds for the same
/// article read again and for one that was edited.
///
/// ```
/// use article_lens::{Correction, EntityKey, EntityKind, RawInput, analyze};
/// let hide = Correction::Hide { entity: EntityKey::new("York", EntityKind::Place) };
/// let json = serde_json::to_string(&hide).unwrap();
/// assert_eq!(json, r#"{"do":"hide","entity":{"name":"York","kind":"place"}}"#);
/// let mut raw = RawInput::text("Ann Lee opened the school in York.");
/// assert_eq!(analyze(&raw).entities.len(), 2);
/// raw.corrections.push(hide);
/// assert_eq!(analyze(&raw).entities.len(), 1);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "lowercase", try_from = "Written")]
pub enum Correction {
    /// No chip of this one: `{"do": "hide", "entity": …}`.
    Hide {
        /// Which one.
        entity: EntityKey,
    },
    /// Another name on the chip: `{"do": "rename", "entity": …, "name": "Ann Lee"}`.
    Rename {
        /// Which one.
        entity: EntityKey,
        /// The new name; it need not stand in the article.
        name: String,
    },
    /// Another kind: `{"do": "kind", "entity": …, "kind": "place"}`.
    Kind {
        /// Which one.
        entity: EntityKey,
        /// The new kind.
        kind: EntityKind,
    },
    /// Two chips are one: `{"do": "merge", "entity": …, "into": …}`. Name and kind are those of `into`.
    Merge {
        /// The one that vanishes.
        entity: EntityKey,
        /// The one that stays.
        into: EntityKey,
    },
    /// Some mentions are somebody else: `{"do": "split", "entity": …, "words": "Lee"}`.
    Split {
        /// Which one.
        entity: EntityKey,
        /// The words of the mentions that become a chip of their own, which has them for its name.
        words: String,
        /// What stands around one of these mentions: only that one is parted. Without: all of them.
        #[serde(skip_serializing_if = "Option::is_none")]
        context: Option<Context>,
    },
}

/// A correction as it was written: all that one may say.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    r#do: String,
    entity: EntityKey,
    name: Option<String>,
    kind: Option<EntityKind>,
    into: Option<EntityKey>,
    words: Option<String>,
    context: Option<Context>,
}

impl TryFrom<Written> for Correction {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, String> {
        let Written { r#do, entity, name, kind, into, words, context } = written;
        match (&r#do[..], name, kind, into, words, context) {
            ("hide", None, None, None, None, None) => Ok(Correction::Hide { entity }),
            ("rename", Some(name), None, None, None, None) => Ok(Correction::Rename { entity, name }),
            ("kind", None, Some(kind), None, None, None) => Ok(Correction::Kind { entity, kind }),
            ("merge", None, None, Some(into), None, None) => Ok(Correction::Merge { entity, into }),
            ("split", None, None, None, Some(words), context) => Ok(Correction::Split { entity, words, context }),
            _ => Err(format!("a correction that does `{}` is none, or has fields too many or too few", r#do)),
        }
    }
}

/// Which entity is meant.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntityKey {
    /// Its name, or where none has that name, another of its forms.
    pub name: String,
    /// Its kind. Where the name alone says which is meant, another kind does no harm.
    pub kind: EntityKind,
    /// Where two have the same name and kind: what stands around a mention.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub context: Option<Context>,
}

/// What stands around a mention in the text that is shown, as much as is needed to know it: `{"before": "…", "after": "…"}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Context {
    /// The text right before it.
    pub before: String,
    /// The text right behind it.
    pub after: String,
}

impl EntityKey {
    /// The one of this name and kind.
    pub fn new(name: impl Into<String>, kind: EntityKind) -> Self {
        EntityKey { name: name.into(), kind, context: None }
    }
}

/// The form of an input.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Found out from the text itself.
    #[default]
    Auto,
    /// Plain text, hard-wrapped or not.
    Text,
    /// Markdown.
    Markdown,
    /// A fragment or a whole page of HTML.
    Html,
}

/// Everything found in one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// The text that is shown and that every span counts in.
    pub text: String,
    /// The form the input was taken for; never [`Format::Auto`].
    pub format: Format,
    /// From places in `text` to places in what was pasted.
    pub source: SourceMap,
    /// The blocks of `text` in order, for showing it.
    pub blocks: Vec<Block>,
    /// The title: as the page's own data gives it, site's name and all, else the headline; for what stands over the
    /// story see [`headline`](Analysis::headline).
    pub title: Option<String>,
    /// Who wrote it, as the article says it.
    pub byline: Option<String>,
    /// The publication date and how it is known.
    pub published: Published,
    /// Sections in order of the text.
    pub outline: Vec<Section>,
    /// People, places, organisations and so on, the most salient first.
    pub entities: Vec<Entity>,
    /// Temporal expressions in order of the text; they do not overlap.
    pub timexes: Vec<Timex>,
    /// Events in order of time, then of the text; those without a date last.
    pub events: Vec<Event>,
    /// The corrections that were given, also those that fit nothing.
    pub corrections: Vec<Correction>,
    /// What a person should know about this answer.
    pub warnings: Vec<Warning>,
}

impl Analysis {
    /// The headline as it stands over the story, else the title; none where there is neither.
    ///
    /// ```
    /// use article_lens::{RawInput, analyze};
    /// let page = "<html><head><title>Rain ends the final - The Ardle Post</title></head><body><article>\
    ///     <h1>Rain ends the final</h1><p>It rained on Sunday, and nobody played.</p></article></body></html>";
    /// let analysis = analyze(&RawInput::text(page));
    /// assert_eq!(analysis.headline(), Some("Rain ends the final"));
    /// ```
    pub fn headline(&self) -> Option<&str> {
        let block = self.blocks.iter().find(|block| block.kind == BlockKind::Title);
        block.map(|block| block.span.of(&self.text)).or(self.title.as_deref())
    }
}

/// The publication date.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Published {
    /// `YYYY-MM-DD`, or none.
    pub date: Option<String>,
    /// Where it comes from.
    pub source: PublishedSource,
    /// Why, in words for the reader.
    pub because: String,
}

/// Where a publication date comes from; the first that holds wins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PublishedSource {
    /// The person said it.
    Given,
    /// The page's own data.
    Metadata,
    /// A dateline or date line in the text.
    Dateline,
    /// Worked out from dates that constrain each other.
    Inferred,
    /// Not known.
    #[default]
    None,
}

/// One entry of the outline.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// 1 for a section of the article, 2 below it, and so on.
    pub level: u8,
    /// The heading's words, or for a derived entry the lead of its paragraph, with `…` where its sentence goes on.
    pub text: String,
    /// The heading itself.
    pub span: Span,
    /// The heading and all that belongs to it, up to the next heading of its level or above.
    pub extent: Span,
    /// True: not a heading of the article but a step of a reading path made from its paragraphs.
    pub derived: bool,
    /// Who and what is named in `extent`: [`Entity::id`]s, rising.
    pub entities: Vec<u32>,
    /// What is told in `extent`: numbers of [`Analysis::events`], rising.
    pub events: Vec<u32>,
}

/// Someone or something the article names.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// Number of this entity in this analysis, from 0 in order of salience.
    pub id: u32,
    /// The fullest natural form that stands in the article.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// The other forms that stand in the article, each once.
    pub aliases: Vec<String>,
    /// What the article says this one is (`Russian President`), where it says so beside the name.
    pub role: Option<String>,
    /// For a people (`Russian`) the [`id`](Entity::id) of the place it is called after, where the article names that too.
    pub place: Option<u32>,
    /// Share of the article's attention, 0 to 1.
    pub salience: f32,
    /// Where it is named, in order of the text.
    pub mentions: Vec<Span>,
    /// Where it is meant but not named (`the president`, `the company`), in order of the text.
    pub described: Vec<Span>,
    /// Those of its mentions where a place stands for its government (`Washington said`), in order of the text.
    pub government: Vec<Span>,
}

impl Entity {
    /// Where it is named or meant, in order of the text.
    pub fn places(&self) -> Vec<Span> {
        let mut places = [&self.mentions[..], &self.described].concat();
        sort_by_key(&mut places, |place| place.order());
        places
    }
}

/// The kinds of entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    /// A human being, or a figure treated like one.
    Person,
    /// A company, authority, party, team, body.
    Organization,
    /// A country, city, region, river, building.
    Place,
    /// Nationalities, religious and political groups.
    Group,
    /// A named event (`Cold War`).
    Event,
    /// Works, laws, treaties, programmes, products.
    Other,
}

/// A temporal expression as TIMEX3 has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Timex {
    /// The words.
    pub span: Span,
    /// DATE, TIME, DURATION or SET.
    pub kind: TimexKind,
    /// TIMEX3 `value` (`2025-01-21`, `P2D`, `2025-W03`, `PRESENT_REF`); empty when there is no anchor to resolve it.
    pub value: String,
    /// Why it has this value, in words for the reader.
    pub because: String,
}

/// The types of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimexKind {
    /// A calendar date of any grain.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// Something that recurs.
    Set,
}

/// Something that happened, happens or is planned, for the timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The event's own clause.
    pub span: Span,
    /// Who or what it is about, where that stands in another clause: `The mayor` of `(and) left for York`.
    pub subject: Option<Span>,
    /// Other places that tell of the same event.
    pub also: Vec<Span>,
    /// ISO day, month, year, quarter, week or decade, or `start/end`; empty: not placed.
    pub date: String,
    /// How the date is known.
    pub certainty: Certainty,
    /// When, seen from the publication.
    pub tense: Tense,
    /// Why it has this date, in words for the reader.
    pub because: String,
    /// Who took part: [`Entity::id`]s, in order of the text.
    pub entities: Vec<u32>,
    /// Number of the section in [`Analysis::outline`] the event is told in.
    pub section: Option<u32>,
}

impl Event {
    /// The clause in words, its subject before it where that stands elsewhere: `The mayor … left for York`.
    pub fn words(&self, text: &str) -> String {
        let line = |span: Span| {
            let words = text.get(span.start as usize..span.end as usize).unwrap_or_default();
            words.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        self.subject.map_or_else(|| line(self.span), |subject| format!("{} … {}", line(subject), line(self.span)))
    }
}

/// How the date of an event is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// A calendar date in the words.
    Explicit,
    /// Words of time, resolved against a date that is known.
    Relative,
    /// From a known event or the run of the story.
    Inferred,
}

/// When an event lies, seen from the publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tense {
    /// It has happened.
    Past,
    /// It goes on.
    Present,
    /// It is planned or expected.
    Future,
}

/// Something a person should know about an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// A stable word for programs: `empty`, `short`, `binary`, `language`, `date`, `dateline`,
    /// `long`, `correction`.
    pub code: &'static str,
    /// A sentence for people that says what to do next.
    pub message: String,
}
