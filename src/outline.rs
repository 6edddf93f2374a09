//! The headline, and the sections with their headings, marked or not.
//!
//! Door: [`find`]. Absent here: HTML and Markdown (the input has read them).

pub(crate) mod dateline;
mod form;
mod headings;
mod joints;
mod kinds;
mod lead;
pub(crate) mod opening;
mod sections;
#[cfg(feature = "eval")]
pub mod signs;
#[cfg(not(feature = "eval"))]
mod signs;

#[cfg(feature = "eval")]
use crate::Span;
use crate::analysis::Section;
use crate::document::{Block, BlockKind, Document};
use crate::input::{Metadata, strip_by};
use form::{End, Form, Style};
use headings::{Line, Names};
pub(crate) use sections::fill;
use signs::Signs;

/// What the outline stage finds.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// The headline.
    pub title: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// The sections in order of the text.
    pub sections: Vec<Section>,
}

/// Finds the headline, byline and sections, and settles the kind of each block of `doc` by form and context.
///
/// ```
/// use article_lens::{RawInput, document, input, outline};
/// let input = input::read(&RawInput::text(
///     "Rain ends the cup final\nThe match was called off after an hour of rain, the league said.\nWhat Comes Next\n\
///      The teams meet again in a week. Tickets stay valid for that day, and whoever cannot come is paid back.",
/// ));
/// let outline = outline::find(&mut document::parse(&input), &input.metadata);
/// assert_eq!(outline.title.as_deref(), Some("Rain ends the cup final"));
/// assert_eq!(outline.sections[0].text, "What Comes Next");
/// ```
pub fn find(doc: &mut Document, metadata: &Metadata) -> Outline {
    // The blocks' kinds change while their words are looked at.
    let mut blocks = std::mem::take(&mut doc.blocks);
    let mut page = View::new(doc, &mut blocks);
    let title = page.settle_story(metadata);
    if !metadata.marked && !page.blocks.iter().any(|b| matches!(b.kind, BlockKind::Heading(_))) {
        page.settle_headings(title.as_deref().unwrap_or(""), |_, signs| signs.are_heading());
    }
    doc.blocks = blocks;
    let shown = || doc.blocks.iter().find(|b| b.kind == BlockKind::Byline).map(|b| b.span.of(&doc.text));
    let byline = metadata.byline.as_deref().or_else(shown);
    // `By Ann Lee | Photographs by Tom Berg`
    let writer = |words: &str| strip_by(words).unwrap_or(words).split(" | ").next().unwrap_or_default().to_string();
    let byline = byline.map(writer);
    let sections = sections::find(doc, title.as_deref().unwrap_or(""));
    Outline { title, byline, sections }
}

/// The signs of every line that may be a heading, for fitting their weights: its block and its signs as they are where
/// just those blocks are headings that `is_heading` holds for.
#[cfg(feature = "eval")]
pub fn heading_signs(
    doc: &mut Document,
    metadata: &Metadata,
    is_heading: impl Fn(Span) -> bool,
) -> Vec<(Block, signs::Signs)> {
    let mut blocks = std::mem::take(&mut doc.blocks);
    let spans: Vec<Span> = blocks.iter().map(|block| block.span).collect();
    let mut page = View::new(doc, &mut blocks);
    let title = page.settle_story(metadata);
    let mut seen = std::collections::BTreeMap::new();
    page.settle_headings(title.as_deref().unwrap_or(""), |at, signs| {
        seen.insert(at, signs);
        is_heading(spans[at])
    });
    doc.blocks = blocks;
    seen.into_iter().map(|(at, signs)| (doc.blocks[at], signs)).collect()
}

/// A document's blocks with the forms of those that are short.
struct View<'a> {
    doc: &'a Document,
    blocks: &'a mut [Block],
    /// `None` for blocks too long to be anything but text.
    forms: Vec<Option<Form<'a>>>,
}

impl<'a> View<'a> {
    fn new(doc: &'a Document, blocks: &'a mut [Block]) -> Self {
        let forms = blocks.iter().map(|block| Form::of(block.span.of(&doc.text))).collect();
        View { doc, blocks, forms }
    }

    /// Everything but headings; gives the headline.
    fn settle_story(&mut self, metadata: &Metadata) -> Option<String> {
        self.settle_asides();
        self.free_lone_words();
        self.settle_entries();
        self.settle_links();
        self.settle_menu();
        let title = self.settle_title(metadata);
        self.settle_kickers();
        self.settle_top();
        title
    }

    fn words(&self, at: usize) -> &'a str {
        self.blocks[at].span.of(&self.doc.text)
    }

    /// Furniture, captions, bylines and times that their own words give away.
    fn settle_asides(&mut self) {
        let mut above = true;
        for (block, form) in self.blocks.iter_mut().zip(&self.forms) {
            let Some(form) = form else {
                above = false;
                continue;
            };
            let item = block.kind == BlockKind::ListItem;
            if block.kind == BlockKind::Byline && kinds::is_date_line(form) {
                block.kind = BlockKind::DateLine;
            }
            if !item && block.kind != BlockKind::Paragraph {
                continue;
            }
            let furniture = kinds::is_furniture(form);
            // The headline is the first line of some length.
            above &= furniture || form.words <= 3;
            block.kind = if furniture || above && kinds::is_kicker(form) {
                BlockKind::Furniture
            } else if item {
                BlockKind::ListItem
            } else if kinds::is_caption(form) {
                BlockKind::Caption
            } else if kinds::is_byline(form) {
                BlockKind::Byline
            } else if kinds::is_time_line(form) {
                BlockKind::DateLine
            } else {
                BlockKind::Paragraph
            };
        }
    }

    /// `3 March: Berg arrested`, line by line: the entries of a box of dates.
    fn settle_entries(&mut self) {
        let entry = |at: usize| {
            let plain = matches!(self.blocks[at].kind, BlockKind::Paragraph | BlockKind::ListItem);
            plain && self.forms[at].is_some_and(|form| kinds::is_entry(&form))
        };
        let entries: Vec<bool> = (0..self.blocks.len()).map(entry).collect();
        // Where little else is told, they are the story.
        let told = |at: &usize| {
            let long = self.forms[*at].is_some_and(|form| form.words >= 12);
            long && self.blocks[*at].kind == BlockKind::Paragraph && !entries[*at]
        };
        if (0..entries.len()).filter(told).count() < 2 {
            return;
        }
        for at in 0..entries.len() {
            let near = at > 0 && entries[at - 1] || entries.get(at + 1) == Some(&true);
            if entries[at] && near {
                self.blocks[at].kind = BlockKind::ListItem;
            }
        }
    }

    /// Single words that are furniture among their like (`YouTube`), and a heading between two paragraphs.
    fn free_lone_words(&mut self) {
        for at in 1..self.blocks.len().saturating_sub(1) {
            let lone = self.blocks[at].kind == BlockKind::Furniture
                && self.forms[at].is_some_and(|form| form.words == 1 && form.end == End::Open);
            if lone && self.is_body(at - 1) && self.is_body(at + 1) {
                self.blocks[at].kind = BlockKind::Paragraph;
            }
        }
    }

    /// The titles of other stories, below a line that announces them (`Related:`): up to the next paragraph, but for the
    /// last line above that, which may be a heading.
    fn settle_links(&mut self) {
        const MOST: usize = 12;
        for at in 0..self.blocks.len() {
            if self.forms[at].is_some_and(|form| kinds::is_contents(&form)) {
                self.settle_contents(at);
            }
            let opens = self.blocks[at].kind == BlockKind::Furniture
                && self.forms[at].is_some_and(|form| kinds::announces_links(&form));
            if !opens {
                continue;
            }
            let is_link = |at: usize| {
                matches!(self.blocks[at].kind, BlockKind::Paragraph | BlockKind::ListItem)
                    && self.forms[at]
                        .is_some_and(|form| form.end != End::Stop && form.words <= 20 && !form.is_sentence())
            };
            let most = self.blocks.len().min(at + 1 + MOST);
            let end = (at + 1..most).find(|at| !is_link(*at)).unwrap_or(most);
            let body = end < self.blocks.len() && self.is_body(end);
            let last = if body { end.saturating_sub(1) } else { end };
            for block in &mut self.blocks[at + 1..last.max(at + 1)] {
                block.kind = BlockKind::Furniture;
            }
        }
    }

    /// The table of contents that begins at `at`: numbered lines without text between them.
    fn settle_contents(&mut self, at: usize) {
        let numbered = |at: usize| self.forms[at].is_some_and(|form| form.numbered() > 0 && form.end == End::Open);
        let end = (at + 1..self.blocks.len()).find(|at| !numbered(*at)).unwrap_or(self.blocks.len());
        // A single numbered line may be the first heading.
        if end > at + 2 {
            self.blocks[at..end].iter_mut().for_each(|block| block.kind = BlockKind::Furniture);
        }
    }

    /// The site's name and menu above the headline, where a whole page was copied: short lines, among them the name of a
    /// department (`Home`, `World`), then a longer line.
    fn settle_menu(&mut self) {
        const MOST: usize = 40;
        const SHORT: usize = 3;
        let top = self.blocks.len().min(MOST);
        let words = |at: usize| self.forms[at].map_or(usize::MAX, |form| form.words);
        let end = (0..top).find(|at| self.blocks[*at].kind != BlockKind::Furniture && words(*at) > SHORT).unwrap_or(0);
        let department = |at: usize| self.forms[at].is_some_and(|form| kinds::is_kicker(&form));
        let own = (0..end).filter(|at| self.blocks[*at].kind == BlockKind::Paragraph).count();
        let headline = self.forms.get(end).copied().flatten().is_some_and(|form| is_headline(&form));
        if own > 0 && (0..end).any(department) && headline && !self.is_body(end) {
            for block in &mut self.blocks[..end] {
                block.kind = BlockKind::Furniture;
            }
        }
    }

    /// The headline: marked, or told by the page's data, or the first line if it has the form of one.
    fn settle_title(&mut self, metadata: &Metadata) -> Option<String> {
        const TOP: usize = 12;
        if let Some(at) = self.blocks.iter().position(|b| b.kind == BlockKind::Title) {
            return Some(metadata.title.clone().unwrap_or_else(|| self.words(at).to_string()));
        }
        if let Some(title) = &metadata.title {
            if let Some(at) = (0..self.blocks.len().min(TOP)).find(|at| same_words(self.words(*at), title)) {
                self.blocks[at].kind = BlockKind::Title;
            }
            return Some(title.clone());
        }
        let aside =
            |kind| matches!(kind, BlockKind::Furniture | BlockKind::Caption | BlockKind::DateLine | BlockKind::Byline);
        let dated = |at: usize| self.forms[at].is_some_and(|form| kinds::is_date_line(&form));
        let mut lines = (0..self.blocks.len()).filter(|at| !aside(self.blocks[*at].kind) && !dated(*at));
        let first = lines.next()?;
        let at = lines.next().filter(|next| self.is_label(first, *next)).unwrap_or(first);
        for above in 0..at {
            if dated(above) {
                self.blocks[above].kind = BlockKind::DateLine;
            }
        }
        let form = self.forms[at]?;
        let titled = self.blocks[at].kind == BlockKind::Paragraph
            && is_headline(&form)
            && !self.is_section_line(at, &form)
            && (at + 1..self.blocks.len()).any(|at| self.is_body(at))
            && !kinds::has_role(&form);
        if !titled {
            return None;
        }
        self.blocks[at].kind = BlockKind::Title;
        Some(form.text.to_string())
    }

    /// `THE INTERVIEW` above a headline in small letters: what sort of piece it is, not what it says.
    fn is_label(&self, first: usize, next: usize) -> bool {
        const MOST_WORDS: usize = 3;
        let (Some(first), Some(next)) = (self.forms[first], self.forms[next]) else { return false };
        let caps = first.words <= MOST_WORDS && first.style() == Style::Caps && first.end == End::Open;
        caps && next.words > first.words.max(2)
            && next.style() != Style::Caps
            && is_headline(&next)
            && !kinds::is_byline(&next)
    }

    /// True for a first line that names a section of a text cut out of a longer one: up to three words, or a name that
    /// sections have, in lower case but for the first word, no name, with running text right below it. A headline is
    /// longer, or is a name.
    fn is_section_line(&self, at: usize, form: &Form) -> bool {
        let names = || Names::of(self.doc, std::iter::once(form.text), |block| block != at);
        // `Pluto's moons named`, `Storm Dora latest`
        let mut words = form.text.split(' ');
        let sort = matches!(words.next_back(), Some("latest" | "live" | "obituary" | "profile" | "review"));
        let whole = words.next().is_some() && words.next().is_some_and(|word| word.starts_with(char::is_uppercase));
        let of_name = |names: &Names| {
            let owner = names.begin(form.text) && form.text.contains(['\'', '’']);
            form.words == 3 && (owner || whole && sort)
        };
        (form.words <= 3 || kinds::holds_section_name(form))
            && form.style() == Style::Sentence
            && form.end == End::Open
            && (at + 1..self.blocks.len().min(at + 4)).any(|at| self.is_body(at))
            && Some(names()).is_some_and(|names| !names.are_all(form.text) && !of_name(&names))
    }

    /// The name of a department above the headline (`Environment`), whatever it is.
    fn settle_kickers(&mut self) {
        const MOST_WORDS: usize = 3;
        let title = self.blocks.iter().position(|block| block.kind == BlockKind::Title).unwrap_or(0);
        for (block, form) in self.blocks[..title].iter_mut().zip(&self.forms) {
            let short = form.is_some_and(|form| form.words <= MOST_WORDS && form.end == End::Open);
            if block.kind == BlockKind::Paragraph && short {
                block.kind = BlockKind::Furniture;
            }
        }
    }

    /// Running text: long, or a whole sentence.
    fn is_body(&self, at: usize) -> bool {
        const LONG: u32 = 160;
        let block = self.blocks[at];
        matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote | BlockKind::Standfirst)
            && self.forms[at].is_none_or(|f| block.span.len() > LONG && f.words > 20 || f.words > 7 && f.is_sentence())
    }

    /// Between headline and story: byline, date line, standfirst.
    fn settle_top(&mut self) {
        const MOST: usize = 16;
        let first = self.blocks.iter().position(|b| b.kind == BlockKind::Title).map_or(0, |at| at + 1);
        let titled = first > 0;
        let mut lead = None;
        for at in first..self.blocks.len().min(first + MOST) {
            let kind = self.blocks[at].kind;
            let Some(form) = self.forms[at] else { break };
            if kind == BlockKind::Paragraph {
                let below = at > 0 && self.blocks[at - 1].kind == BlockKind::Byline;
                if kinds::is_date_line(&form) {
                    if self.is_first_day(at) {
                        break;
                    }
                    self.blocks[at].kind = BlockKind::DateLine;
                } else if below && kinds::is_role_line(&form)
                    || titled && kinds::is_name_line(&form) && self.is_beside_top(at, &form)
                {
                    self.blocks[at].kind = BlockKind::Byline;
                } else if self.is_body(at) || form.words > 8 {
                    if lead.is_some() || !titled {
                        break;
                    }
                    lead = Some(at);
                }
            }
            let ends =
                matches!(self.blocks[at].kind, BlockKind::Byline | BlockKind::DateLine) && !kinds::is_time_line(&form);
            if let (Some(lead), true) = (lead, ends) {
                self.blocks[lead].kind = BlockKind::Standfirst;
            }
            if kind == BlockKind::ListItem {
                break;
            }
        }
    }

    /// `Monday, Aug. 5` above the first entry of a log: further down another day stands between its paragraphs.
    fn is_first_day(&self, at: usize) -> bool {
        let day = |at: usize| {
            let form = self.forms[at].filter(|form| self.blocks[at].kind == BlockKind::Paragraph && form.words <= 4);
            form.is_some_and(|form| kinds::is_date_line(&form) && kinds::is_day(form.text))
        };
        let last = self.blocks.len().saturating_sub(1);
        day(at) && (at + 2..last).any(|below| day(below) && self.blocks[below - 1].kind == BlockKind::Paragraph)
    }

    /// A name above the story is a byline where its own words, or a date line or address beside it, say so.
    fn is_beside_top(&self, at: usize, form: &Form) -> bool {
        let neighbour = |at: usize| {
            self.blocks.get(at).is_some_and(|b| {
                matches!(b.kind, BlockKind::DateLine | BlockKind::Byline)
                    || b.kind == BlockKind::Paragraph
                        && self.forms[at].is_some_and(|f| kinds::is_date_line(&f) || f.text.contains('@'))
            })
        };
        kinds::has_role(form)
            || [" in ", " at ", "@"].iter().any(|w| form.text.contains(w))
            || neighbour(at + 1)
            || at > 0 && neighbour(at - 1)
    }

    /// Headings by form and context, where none is marked; `decide` tells them by their signs.
    fn settle_headings(&mut self, title: &str, decide: impl FnMut(usize, Signs) -> bool) {
        const LONG: u32 = 110;
        let body = |at: usize, long: bool| {
            let words = self.words(at);
            let colon = words.ends_with(':');
            let mut end = words.len().min(2000);
            while !words.is_char_boundary(end) {
                end -= 1;
            }
            Line::Body { long, colon, words: &words[..end] }
        };
        let line = |at: usize| match (self.blocks[at].kind, self.forms[at]) {
            (BlockKind::Paragraph, Some(form)) if kinds::is_contact(&form) => Line::Aside,
            (BlockKind::Paragraph, form) => match form {
                Some(form) if !self.is_body(at) && (form.end != End::Stop || form.words < 5 || form.numbered() > 0) => {
                    Line::Short(form)
                }
                _ => body(at, self.blocks[at].span.len() > LONG),
            },
            (BlockKind::ListItem | BlockKind::Quote, _) => Line::Other,
            (BlockKind::Standfirst, _) => body(at, false),
            (BlockKind::DateLine, Some(form)) if kinds::is_time_line(&form) => Line::Clock,
            _ => Line::Aside,
        };
        let lines: Vec<Line> = (0..self.blocks.len()).map(line).collect();
        let short = lines.iter().filter_map(|line| if let Line::Short(form) = line { Some(form.text) } else { None });
        if short.clone().next().is_none() {
            return;
        }
        let names = Names::of(self.doc, short, |block| matches!(lines[block], Line::Body { .. }));
        let questions = self.forms.iter().flatten().filter(|form| headings::asks(form)).count();
        for (block, level) in self.blocks.iter_mut().zip(headings::find(&lines, title, &names, questions, decide)) {
            if level > 0 {
                block.kind = BlockKind::Heading(level);
            }
        }
    }
}

fn is_headline(form: &Form) -> bool {
    const MOST_WORDS: usize = 32;
    // `Minister arrives in Washington, D.C.`; with more words, or an article, it is a sentence that ends so.
    const MOST_SHORT: usize = 14;
    let bare = || !form.text.split(' ').any(|word| matches!(word, "a" | "A" | "an" | "An" | "the" | "The"));
    let open = !matches!(form.end, End::Stop | End::Colon);
    (open || form.words <= MOST_SHORT && form.ends_short() && bare())
        && form.words <= MOST_WORDS
        && form.numbered() == 0
        && form.text.chars().any(char::is_alphabetic)
        && !kinds::is_section_name(form)
}

/// The same letters and digits, whatever stands between.
fn same_words(a: &str, b: &str) -> bool {
    fn letters(text: &str) -> impl Iterator<Item = char> {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
    }
    letters(a).eq(letters(b))
}
