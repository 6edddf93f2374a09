//! HTML, a fragment or a whole page: the story's blocks, and what the page says of itself.
//!
//! Invariant: nothing here runs or fetches anything, and nothing recurses.

mod article_body;
mod entities;
mod facts;
mod main_text;
mod metadata;
mod tree;

pub(super) use entities::decode;

use super::writer::Writer;
use super::{Metadata, dates};
use crate::document::BlockKind;
use facts::{Facts, Reader};
use main_text::Page;
use tree::{Node, Tag};

/// Writes the blocks of the story in `source` and gives what the page says of itself.
pub(super) fn write(source: &str, out: &mut Writer) -> Metadata {
    let nodes = tree::parse(source);
    let mut reader = Reader::default();
    let facts: Vec<Facts> = nodes
        .iter()
        .map(|node| if node.tag == Tag::Text { Facts::default() } else { reader.read(source, node) })
        .collect();
    let mut metadata = metadata::read(source, &nodes);
    let mut gone = gone(&nodes, &facts);
    let whole = is_page(&nodes);
    metadata.marked = whole;
    let title = title_node(source, &nodes, &gone, metadata.title.as_deref());
    let mut by = None;
    if metadata.byline.is_none()
        && let Some((at, words)) = byline(source, &nodes, &facts, &gone, title)
    {
        if whole || !nodes[at].tag.is_block() {
            gone[at..nodes[at].close as usize].fill(true);
            let dated = super::byline::dated(&words, true);
            if let Some(date) = dated.as_ref().and_then(|found| dates::iso(&words[found.date.clone()])) {
                metadata.published.get_or_insert(date);
            }
            metadata.byline = Some(dated.map_or(words.clone(), |found| words[found.name].to_string()));
        } else {
            // What was copied stays as it was: a line of its own.
            by = Some(at);
        }
    }
    let mut taken: Vec<bool> = if whole {
        main_text::find(&Page::new(source, &nodes, &facts, &gone))
    } else {
        gone.iter().map(|gone| !gone).collect()
    };
    if let Some(title) = title {
        let first = (0..nodes.len()).find(|at| taken[*at] && nodes[*at].tag == Tag::Text).unwrap_or(nodes.len());
        if title < first {
            taken[title..nodes[title].close as usize].fill(true);
        }
        metadata.title = Some(metadata.title.unwrap_or_else(|| words_of(source, &nodes, title)));
    }
    match untold_body(source, &nodes, &taken) {
        Some(body) => {
            if metadata.title.is_none()
                && let Some(title) = title
            {
                metadata.title = Some(words_of(source, &nodes, title));
            }
            article_body::write(source, body, out);
        }
        None => {
            let (nodes, facts, taken) = (&nodes, &facts, &taken);
            Blocks { source, nodes, facts, taken, title, by, out, bold: Vec::new(), cell: None }.write();
        }
    }
    metadata
}

/// Where the story stands in the page's JSON-LD, if what is on the page itself is only a small part of it.
fn untold_body(source: &str, nodes: &[Node], taken: &[bool]) -> Option<std::ops::Range<usize>> {
    /// Bytes of the shortest story.
    const LEAST: usize = 400;
    /// What is on the page is so many times shorter.
    const TIMES: usize = 3;
    let words = |node: &Node| source[node.start as usize..node.end as usize].trim();
    let script = |at: usize| nodes[at].tag == Tag::Script && words(&nodes[at]).contains("ld+json");
    let bodies = (1..nodes.len()).filter(|at| nodes[*at].tag == Tag::Text && script(nodes[*at].parent as usize));
    let bodies = bodies.filter_map(|at| {
        let start = nodes[at].start as usize;
        let body = article_body::find(&source[start..nodes[at].end as usize])?;
        Some(start + body.start..start + body.end)
    });
    let body = bodies.max_by_key(std::ops::Range::len).filter(|body| body.len() >= LEAST)?;
    let shown = (1..nodes.len()).filter(|at| taken[*at] && nodes[*at].tag == Tag::Text);
    let shown: usize = shown.map(|at| words(&nodes[at]).len()).sum();
    (shown * TIMES < body.len()).then_some(body)
}

/// Subtrees that hold no text a reader sees.
fn gone(nodes: &[Node], facts: &[Facts]) -> Vec<bool> {
    use Tag::*;
    let mut gone = vec![false; nodes.len()];
    let mut at = 1;
    while at < nodes.len() {
        let never = matches!(
            nodes[at].tag,
            Script
                | Style
                | Noscript
                | Template
                | Svg
                | Iframe
                | Object
                | Embed
                | Audio
                | Video
                | Canvas
                | Select
                | Button
                | Textarea
                | Title
                | Nav
                | Noembed
                | Noframes
                | Option
                | Dialog
        );
        if never || facts[at].hidden {
            gone[at..nodes[at].close as usize].fill(true);
            at = nodes[at].close as usize;
        } else {
            at += 1;
        }
    }
    gone
}

/// True for whole pages, or selections of them with their menus: what is a story in them must be found.
fn is_page(nodes: &[Node]) -> bool {
    let holds = |wanted: fn(Tag) -> bool| nodes.iter().any(|n| wanted(n.tag));
    holds(|tag| tag == Tag::Title) || holds(|tag| matches!(tag, Tag::Nav | Tag::Footer | Tag::Form))
}

/// The words of a subtree, decoded, with single spaces.
fn words_of(source: &str, nodes: &[Node], at: usize) -> String {
    let mut words = String::new();
    for node in &nodes[at..nodes[at].close as usize] {
        match node.tag {
            Tag::Text => words += &entities::decoded(&source[node.start as usize..node.end as usize]),
            tag if tag.is_block() || tag == Tag::Br => words.push(' '),
            _ => {}
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The line that the page marks as its byline, the first below the headline where there is one: its element and words.
fn byline(
    source: &str,
    nodes: &[Node],
    facts: &[Facts],
    gone: &[bool],
    title: Option<usize>,
) -> Option<(usize, String)> {
    const LONGEST: usize = 100;
    const MOST_NODES: usize = 60;
    let from = title.unwrap_or(1);
    for at in (from..nodes.len()).chain(1..from) {
        let large = nodes[at].close as usize - at > MOST_NODES;
        if !facts[at].byline || gone[at] || large || nodes[at].tag == Tag::Body {
            continue;
        }
        let words = words_of(source, nodes, at);
        if words.chars().count() < LONGEST && is_byline(&words) {
            return Some((at, words));
        }
    }
    None
}

/// Words that can name an author: some with a capital, and neither a date alone nor a menu.
fn is_byline(words: &str) -> bool {
    let lower = words.to_lowercase();
    let dated = dates::iso(words).is_some() && !lower.starts_with("by ") && super::byline::dated(words, true).is_none();
    let menu = ["sign in", "sign up", "log in", "subscribe", "follow"].iter().any(|w| lower.contains(w));
    words.contains(char::is_alphabetic) && !dated && !menu
}

/// The element that holds the headline: a heading that says what the page's data says, or the only `<h1>`.
fn title_node(source: &str, nodes: &[Node], gone: &[bool], title: Option<&str>) -> Option<usize> {
    let heads = |tag: Tag| (1..nodes.len()).filter(move |at| nodes[*at].tag == tag && !gone[*at]);
    if let Some(title) = title {
        let same = |at: &usize| similar(&words_of(source, nodes, *at), title);
        if let Some(at) = heads(Tag::H1).chain(heads(Tag::H2)).take(40).find(same) {
            return Some(at);
        }
        // The page's data may put it in other words; one or two words are the site's name.
        const LEAST_WORDS: usize = 4;
        let mut heads = heads(Tag::H1);
        let only = heads.next().filter(|_| heads.next().is_none())?;
        return Some(only).filter(|at| words_of(source, nodes, *at).split(' ').count() >= LEAST_WORDS);
    }
    let mut heads = heads(Tag::H1);
    let first = heads.next()?;
    // Of several, only one that nothing stands above.
    let above = nodes[..first]
        .iter()
        .enumerate()
        .any(|(at, n)| n.tag == Tag::Text && !gone[at] && !source[n.start as usize..n.end as usize].trim().is_empty());
    (!above || heads.next().is_none()).then_some(first)
}

/// Mostly the same words, or one the beginning of the other (`Headline` and `Headline - Site`).
fn similar(head: &str, title: &str) -> bool {
    let words = |s: &str| {
        let lower = s.to_lowercase();
        lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_string).collect::<Vec<_>>()
    };
    let (head, title) = (words(head), words(title));
    if head.is_empty() || title.is_empty() {
        return false;
    }
    let new: usize = head.iter().filter(|w| !title.contains(w)).map(String::len).sum();
    let all: usize = head.iter().map(String::len).sum();
    new * 4 <= all && (head.len() * 2 >= title.len() || title.starts_with(&head) && head.len() >= 3)
}

struct Blocks<'a, 'o> {
    source: &'a str,
    nodes: &'a [Node],
    facts: &'a [Facts],
    taken: &'a [bool],
    title: Option<usize>,
    /// The element that is marked as the byline.
    by: Option<usize>,
    out: &'o mut Writer,
    /// Numbers of blocks that are bold, or named a subhead, from their first word to their last.
    bold: Vec<usize>,
    /// The place of a table's cell that has no words yet.
    cell: Option<usize>,
}

impl Blocks<'_, '_> {
    fn write(mut self) {
        let mut open: Vec<(u32, BlockKind)> = vec![(u32::MAX, BlockKind::Paragraph)];
        let (mut bold_until, mut plain, mut pre_until) = (0, false, 0);
        for (at, boxes) in holds_blocks(self.nodes).into_iter().enumerate().skip(1) {
            let node = self.nodes[at];
            while open.len() > 1 && open[open.len() - 1].0 as usize <= at {
                let (_, kind) = open[open.len() - 1];
                self.end(kind, &mut plain);
                open.pop();
            }
            let kind = open[open.len() - 1].1;
            match node.tag {
                Tag::Text if self.taken[at] => {
                    let words = &self.source[node.start as usize..node.end as usize];
                    if !words.trim().is_empty() {
                        self.begin_cell();
                    }
                    if at < pre_until {
                        self.lines(words, node.start as usize, kind, &mut plain);
                    } else {
                        plain |= at >= bold_until && words.contains(|c: char| c.is_alphanumeric());
                        self.words(words, node.start as usize);
                    }
                }
                Tag::Text => {}
                Tag::Br if self.taken[at] => self.line_break(at, kind, &mut plain),
                // A cell that holds no box is words in its row.
                Tag::Td | Tag::Th if !boxes => self.cell = Some(node.start as usize),
                tag if tag.is_block() => {
                    self.end(kind, &mut plain);
                    open.push((node.close, self.kind(at, kind)));
                    if tag == Tag::Pre {
                        pre_until = node.close as usize;
                    }
                    if self.facts[at].subhead || self.facts[at].bold == Some(true) {
                        bold_until = bold_until.max(node.close as usize);
                    }
                }
                Tag::B | Tag::Strong | Tag::Span if self.is_bold(at) => {
                    bold_until = bold_until.max(node.close as usize)
                }
                _ if self.facts[at].caption && kind == BlockKind::Paragraph && self.out.open_words().is_empty() => {
                    open.push((node.close, BlockKind::Caption));
                }
                _ => {}
            }
        }
        let kind = open[open.len() - 1].1;
        self.end(kind, &mut plain);
        self.mark_bold();
    }

    /// Parts a cell with words from the one before it.
    fn begin_cell(&mut self) {
        if let Some(place) = self.cell.take().filter(|_| !self.out.open_words().is_empty()) {
            " | ".chars().for_each(|c| self.out.char(c, place));
        }
    }

    /// Ends the open block and remembers whether all of it was bold.
    fn end(&mut self, kind: BlockKind, plain: &mut bool) {
        self.cell = None;
        if !self.out.open_words().is_empty() {
            if !*plain {
                self.bold.push(self.out.blocks.len());
            }
            self.out.end(kind);
        }
        *plain = false;
    }

    /// The kind of blocks in element `at`, which stands in an element of kind `around`.
    fn kind(&self, at: usize, around: BlockKind) -> BlockKind {
        let node = self.nodes[at];
        if self.title == Some(at) {
            return BlockKind::Title;
        }
        if matches!(around, BlockKind::Title | BlockKind::Byline) {
            return around;
        }
        if self.by == Some(at) {
            return BlockKind::Byline;
        }
        if let Some(level) = node.tag.heading() {
            return BlockKind::Heading(level);
        }
        match node.tag {
            Tag::Figcaption | Tag::Figure | Tag::Caption => BlockKind::Caption,
            // The names of a table's columns.
            Tag::Tr if around == BlockKind::Paragraph && self.is_head(at) => BlockKind::Caption,
            Tag::Li if around != BlockKind::Caption => BlockKind::ListItem,
            Tag::P if self.facts[at].item && around == BlockKind::Paragraph => BlockKind::ListItem,
            Tag::Blockquote if around == BlockKind::Paragraph => BlockKind::Quote,
            _ if self.facts[at].caption && around == BlockKind::Paragraph && node.close as usize - at < 40 => {
                BlockKind::Caption
            }
            _ if self.facts[at].pullquote => BlockKind::Quote,
            _ => around,
        }
    }

    /// True for a row of two or more cells that are all heads.
    fn is_head(&self, row: usize) -> bool {
        let (mut all, mut heads) = (0, 0);
        let mut at = row + 1;
        while at < self.nodes[row].close as usize {
            all += usize::from(matches!(self.nodes[at].tag, Tag::Td | Tag::Th));
            heads += usize::from(self.nodes[at].tag == Tag::Th);
            at = (at + 1).max(self.nodes[at].close as usize);
        }
        all >= 2 && all == heads
    }

    /// `<b>` and `<strong>`, unless their style takes it back (some editors wrap all they copy so), and bold spans.
    fn is_bold(&self, at: usize) -> bool {
        self.facts[at].bold.unwrap_or(matches!(self.nodes[at].tag, Tag::B | Tag::Strong))
    }

    fn words(&mut self, text: &str, place: usize) {
        let mut at = 0;
        while let Some(found) = text[at..].find('&') {
            self.out.words(&text[at..at + found], place + at);
            at += found;
            let (c, length) = decode(&text[at..]).unwrap_or(('&', 1));
            self.out.char(c, place + at);
            at += length;
        }
        self.out.words(&text[at..], place + at);
    }

    /// Preformatted text: every line is a block.
    fn lines(&mut self, text: &str, place: usize, kind: BlockKind, plain: &mut bool) {
        let mut at = place;
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                self.end(kind, plain);
            }
            *plain = true;
            self.words(line, at);
            at += line.len() + 1;
        }
    }

    /// One `<br>` inside a sentence is a blank, one behind a sentence or two in a row end the block.
    fn line_break(&mut self, at: usize, kind: BlockKind, plain: &mut bool) {
        let next = self.nodes[at + 1..]
            .iter()
            .find(|n| n.tag != Tag::Text || !self.source[n.start as usize..n.end as usize].trim().is_empty());
        let twice = next.is_some_and(|n| n.tag == Tag::Br);
        let stopped = self.out.open_words().trim_end_matches(['"', '”', '’', ')']).ends_with(['.', '!', '?', ':', '…']);
        if (twice || stopped) && !matches!(kind, BlockKind::Title | BlockKind::Heading(_)) {
            self.end(kind, plain);
        } else {
            self.out.space(self.nodes[at].start as usize);
        }
    }

    /// Where no heading is marked, bold lines of their own are headings.
    fn mark_bold(&mut self) {
        const LONGEST: u32 = 120;
        let blocks = &mut self.out.blocks;
        if blocks.iter().any(|b| matches!(b.kind, BlockKind::Heading(_))) {
            return;
        }
        let mut bold = vec![false; blocks.len()];
        self.bold.iter().for_each(|n| bold[*n] = true);
        for at in 0..blocks.len().saturating_sub(1) {
            let words = blocks[at].span.of(&self.out.text);
            let next = blocks[at + 1];
            let follows = next.kind == BlockKind::Paragraph && !bold[at + 1] && next.span.len() > 60
                || next.kind == BlockKind::ListItem;
            if bold[at]
                && blocks[at].kind == BlockKind::Paragraph
                && blocks[at].span.len() <= LONGEST
                && !words.ends_with(['.', ',', ';', ':', '”', '"', ')'])
                && words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '‘' | '“'))
                && follows
                && at > 0
            {
                blocks[at].kind = BlockKind::Heading(2);
            }
        }
    }
}

/// True for elements that hold a block.
fn holds_blocks(nodes: &[Node]) -> Vec<bool> {
    let mut holds = vec![false; nodes.len()];
    for at in (1..nodes.len()).rev() {
        if nodes[at].tag.is_block() || holds[at] {
            holds[nodes[at].parent as usize] = true;
        }
    }
    holds
}
