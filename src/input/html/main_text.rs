//! Which part of a page is the story. After the idea of Arc90's Readability: paragraphs give points to what holds them,
//! the best holder is taken with those of its neighbours that look the same, and what in it has the form of lists of
//! links, forms or boxes is left out.
//!
//! Every step is one pass over the flat tree, forward or backward.

use super::facts::Facts;
use super::tree::{Node, Tag};

/// A page, its elements' hints, and the words of its text nodes counted.
#[derive(Debug)]
pub(super) struct Page<'a> {
    pub(super) source: &'a str,
    pub(super) nodes: &'a [Node],
    pub(super) facts: &'a [Facts],
    /// Subtrees that are never text (scripts, forms' fields, hidden parts).
    pub(super) gone: &'a [bool],
    /// Characters and commas of each text node, 0 for elements.
    lengths: Vec<(u32, u32)>,
}

impl<'a> Page<'a> {
    pub(super) fn new(source: &'a str, nodes: &'a [Node], facts: &'a [Facts], gone: &'a [bool]) -> Self {
        let length = |(node, gone): (&Node, &bool)| {
            if node.tag == Tag::Text && !gone { text_length(source, node) } else { (0, 0) }
        };
        Page { source, nodes, facts, gone, lengths: nodes.iter().zip(gone).map(length).collect() }
    }
}

/// What a subtree holds.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    /// Characters of text, whitespace runs counted as one.
    text: u32,
    /// Those inside links.
    link: u32,
    /// Those inside headings.
    heading: u32,
    /// Those inside paragraphs, list items, cells and the like.
    flow: u32,
    commas: u32,
    paragraphs: u32,
    pictures: u32,
    items: u32,
    fields: u32,
    embeds: u32,
}

impl Count {
    fn add(&mut self, other: Count) {
        self.text += other.text;
        self.link += other.link;
        self.heading += other.heading;
        self.flow += other.flow;
        self.commas += other.commas;
        self.paragraphs += other.paragraphs;
        self.pictures += other.pictures;
        self.items += other.items;
        self.fields += other.fields;
        self.embeds += other.embeds;
    }

    fn link_density(&self) -> f32 {
        self.link as f32 / self.text.max(1) as f32
    }
}

/// How strict an attempt is; each that finds too little is followed by a laxer one.
#[derive(Clone, Copy, Debug)]
struct Rules {
    strip_unlikely: bool,
    use_weight: bool,
    clean: bool,
}

/// The nodes that are part of the story: true for every node whose text is shown.
pub(super) fn find(page: &Page) -> Vec<bool> {
    /// Characters below which an attempt counts as failed.
    const ENOUGH: u32 = 500;
    /// Characters below which an attempt found nothing.
    const LEAST: u32 = 140;
    let attempts = [
        Rules { strip_unlikely: true, use_weight: true, clean: true },
        Rules { strip_unlikely: false, use_weight: true, clean: true },
        Rules { strip_unlikely: false, use_weight: false, clean: true },
        Rules { strip_unlikely: false, use_weight: false, clean: false },
    ];
    let mut best = (vec![false; page.nodes.len()], 0);
    for rules in attempts {
        let attempt = attempt(page, rules);
        if attempt.1 >= ENOUGH {
            return attempt.0;
        }
        // A laxer attempt must find a good deal more to be believed.
        if attempt.1 > best.1 * 2 || best.1 < LEAST && attempt.1 > best.1 {
            best = attempt;
        }
    }
    best.0
}

/// One attempt: the nodes taken, and how many characters they hold.
fn attempt(page: &Page, rules: Rules) -> (Vec<bool>, u32) {
    let nodes = page.nodes;
    let mut gone = page.gone.to_vec();
    if rules.strip_unlikely {
        strip_unlikely(page, &mut gone);
    }
    let counts = count(page, &gone);
    let scores = score(page, &gone, &counts, rules);
    let top = top(page, &counts, &scores);
    let mut taken = vec![false; nodes.len()];
    for part in with_siblings(page, &gone, &counts, &scores, top) {
        let range = part as usize..nodes[part as usize].close as usize;
        taken[range].fill(true);
    }
    for (at, gone) in gone.iter().enumerate() {
        taken[at] &= !gone;
    }
    if rules.clean {
        clean(page, &mut taken, rules);
    }
    let length =
        (0..nodes.len()).filter(|at| taken[*at] && nodes[*at].tag == Tag::Text).map(|at| page.lengths[at].0).sum();
    (taken, length)
}

fn strip_unlikely(page: &Page, gone: &mut [bool]) {
    let mut in_table = vec![false; page.nodes.len()];
    let mut at = 1;
    while at < page.nodes.len() {
        let node = page.nodes[at];
        in_table[at] = in_table[node.parent as usize] || node.tag == Tag::Table;
        if page.facts[at].unlikely && !in_table[at] && !page.facts[at].body {
            gone[at..node.close as usize].fill(true);
            at = node.close as usize;
        } else {
            at += 1;
        }
    }
}

/// Characters of a text node with whitespace runs as one, and commas in it.
fn text_length(source: &str, node: &Node) -> (u32, u32) {
    let (mut length, mut commas, mut blank) = (0, 0, true);
    for b in source.as_bytes()[node.start as usize..node.end as usize].iter() {
        if b.is_ascii_whitespace() {
            length += u32::from(!blank);
            blank = true;
        } else {
            // Bytes that go on with a character are not counted.
            length += u32::from(b & 0xc0 != 0x80);
            commas += u32::from(*b == b',');
            blank = false;
        }
    }
    // `、` and `،` and `，` are commas as well.
    if commas == 0 && length > 0 && !source.as_bytes()[node.start as usize..node.end as usize].is_ascii() {
        let text = &source[node.start as usize..node.end as usize];
        commas = text.chars().filter(|c| matches!(c, '，' | '、' | '،' | '﹐' | '︐')).count() as u32;
    }
    (length, commas)
}

/// What every subtree holds, without what is gone.
fn count(page: &Page, gone: &[bool]) -> Vec<Count> {
    let mut counts = vec![Count::default(); page.nodes.len()];
    for at in (1..page.nodes.len()).rev() {
        if !gone[at] {
            let own = finish(page, at, counts[at]);
            counts[at] = own;
            counts[page.nodes[at].parent as usize].add(own);
        }
    }
    counts
}

/// The count of node `at`, given what its children hold.
fn finish(page: &Page, at: usize, mut count: Count) -> Count {
    let node = page.nodes[at];
    match node.tag {
        Tag::Text => (count.text, count.commas) = page.lengths[at],
        Tag::A => count.link = count.text,
        Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 => count.heading = count.text,
        Tag::P => {
            count.paragraphs += 1;
            count.flow = count.text;
        }
        Tag::Li => {
            count.items += 1;
            count.flow = count.text;
        }
        Tag::Span | Tag::Td | Tag::Blockquote | Tag::Dl | Tag::Div | Tag::Ol | Tag::Pre | Tag::Table | Tag::Ul => {
            count.flow = count.text;
        }
        Tag::Img => count.pictures += 1,
        Tag::Input => count.fields += 1,
        Tag::Object | Tag::Embed | Tag::Iframe => count.embeds += 1,
        _ => {}
    }
    count
}

const UNSCORED: f32 = f32::NEG_INFINITY;

/// The points of every element that holds paragraphs; [`UNSCORED`] for the others.
fn score(page: &Page, gone: &[bool], counts: &[Count], rules: Rules) -> Vec<f32> {
    const LEAST: u32 = 25;
    const LEVELS: usize = 5;
    let nodes = page.nodes;
    let blocks = holds_blocks(page);
    let mut scores = vec![UNSCORED; nodes.len()];
    let mut give = |from: usize, text: u32, commas: u32| {
        if text < LEAST {
            return;
        }
        let points = 2.0 + commas as f32 + (text / 100).min(3) as f32;
        let mut holder = from;
        for level in 0..LEVELS {
            if scores[holder] == UNSCORED {
                scores[holder] = first_points(page, holder, rules);
            }
            scores[holder] += points / [1.0, 2.0, 6.0, 9.0, 12.0][level];
            if holder == 0 {
                break;
            }
            holder = nodes[holder].parent as usize;
        }
    };
    for at in 1..nodes.len() {
        let node = nodes[at];
        if gone[at] {
            continue;
        }
        let plain =
            matches!(node.tag, Tag::Div | Tag::Section | Tag::Article | Tag::Main | Tag::Td | Tag::Center | Tag::Body);
        if matches!(node.tag, Tag::P | Tag::Pre | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6)
            || plain && !blocks[at]
        {
            give(node.parent as usize, counts[at].text, counts[at].commas);
        } else if plain {
            // Words that stand in a box without a paragraph of their own.
            let (mut text, mut commas) = (0, 0);
            let mut child = at + 1;
            while child < node.close as usize {
                let inline = !blocks[child] && !nodes[child].tag.is_block();
                if inline && !gone[child] && nodes[child].tag != Tag::Br {
                    text += counts[child].text;
                    commas += counts[child].commas;
                } else if !inline {
                    give(at, text, commas);
                    (text, commas) = (0, 0);
                }
                child = nodes[child].close as usize;
            }
            give(at, text, commas);
        }
    }
    scores
}

/// True for elements with a block, or a picture, anywhere inside.
fn holds_blocks(page: &Page) -> Vec<bool> {
    let mut blocks = vec![false; page.nodes.len()];
    for at in (1..page.nodes.len()).rev() {
        use Tag::*;
        let node = page.nodes[at];
        if blocks[at]
            || matches!(node.tag, Blockquote | Dl | Div | Ol | P | Pre | Table | Ul | Section | Article | Main)
        {
            blocks[node.parent as usize] = true;
        }
    }
    blocks
}

fn first_points(page: &Page, at: usize, rules: Rules) -> f32 {
    use Tag::*;
    let tag = match page.nodes[at].tag {
        Div => 5.0,
        Article | Main => 10.0,
        Pre | Td | Blockquote => 3.0,
        Address | Ol | Ul | Dl | Dd | Dt | Li | Form => -3.0,
        H1 | H2 | H3 | H4 | H5 | H6 | Th => -5.0,
        _ => 0.0,
    };
    let body = if page.facts[at].body { 50.0 } else { 0.0 };
    tag + body + if rules.use_weight { f32::from(page.facts[at].weight) } else { 0.0 }
}

/// The element that holds the story.
fn top(page: &Page, counts: &[Count], scores: &[f32]) -> usize {
    const FEW: usize = 5;
    let nodes = page.nodes;
    let mut best: Vec<(f32, usize)> = Vec::with_capacity(FEW + 1);
    for (at, score) in scores.iter().enumerate().filter(|s| *s.1 > UNSCORED) {
        let score = score * (1.0 - counts[at].link_density());
        let place = best.partition_point(|b| b.0 >= score);
        if place < FEW {
            best.insert(place, (score, at));
            best.truncate(FEW);
        }
    }
    let Some(&(high, first)) = best.first() else { return 0 };
    let score = |at: usize| scores[at] * (1.0 - counts[at].link_density());
    let mut top = first;
    // Where several good holders stand under one roof, the roof is meant.
    let rivals: Vec<usize> = best[1..].iter().filter(|b| b.0 >= high * 0.75).map(|b| b.1).collect();
    if rivals.len() >= 3 {
        let within = |roof: usize, at: usize| roof < at && at < nodes[roof].close as usize;
        let mut roof = nodes[top].parent as usize;
        while roof > 0 && nodes[roof].tag != Tag::Body {
            if rivals.iter().filter(|at| within(roof, **at)).count() >= 3 {
                top = roof;
                break;
            }
            roof = nodes[roof].parent as usize;
        }
    }
    // A holder of holders can be better than the best of them.
    let mut last = score(top);
    let least = last / 3.0;
    let mut parent = nodes[top].parent as usize;
    while parent > 0 && nodes[parent].tag != Tag::Body {
        if scores[parent] > UNSCORED {
            let here = score(parent);
            if here < least {
                break;
            }
            if here > last {
                top = parent;
                break;
            }
            last = here;
        }
        parent = nodes[parent].parent as usize;
    }
    // An only child has its neighbours one floor up.
    loop {
        let parent = nodes[top].parent as usize;
        if top == 0
            || parent == 0
            || nodes[parent].tag == Tag::Body
            || children(nodes, parent).filter(|c| nodes[*c].tag != Tag::Text).nth(1).is_some()
        {
            return top;
        }
        top = parent;
    }
}

fn children(nodes: &[Node], of: usize) -> impl Iterator<Item = usize> {
    let end = nodes[of].close as usize;
    let mut next = of + 1;
    std::iter::from_fn(move || {
        let child = next;
        (child < end).then(|| {
            next = nodes[child].close as usize;
            child
        })
    })
}

/// The top element and those beside it that belong to the story.
fn with_siblings(page: &Page, gone: &[bool], counts: &[Count], scores: &[f32], top: usize) -> Vec<u32> {
    if top == 0 {
        return vec![0];
    }
    let nodes = page.nodes;
    let score = |at: usize| if scores[at] > UNSCORED { scores[at] * (1.0 - counts[at].link_density()) } else { 0.0 };
    let least = (score(top) * 0.2).max(10.0);
    let class = class_of(page, top);
    let mut parts = Vec::new();
    for at in children(nodes, nodes[top].parent as usize).filter(|at| !gone[*at]) {
        let bonus = if !class.is_empty() && class == class_of(page, at) { score(top) * 0.2 } else { 0.0 };
        let (count, density) = (counts[at], counts[at].link_density());
        let paragraph = nodes[at].tag == Tag::P
            && (count.text > 80 && density < 0.25
                || (1..80).contains(&count.text) && density == 0.0 && stops(page, at));
        if at == top || scores[at] > UNSCORED && score(at) + bonus >= least || paragraph {
            parts.push(at as u32);
        }
    }
    parts
}

fn class_of<'a>(page: &Page<'a>, at: usize) -> &'a str {
    let node = page.nodes[at];
    if node.tag == Tag::Text {
        return "";
    }
    let source = &page.source[node.start as usize..node.end as usize];
    super::tree::attributes(source).find(|a| a.0.eq_ignore_ascii_case("class")).map_or("", |a| a.1)
}

/// True when a sentence ends somewhere in the element.
fn stops(page: &Page, at: usize) -> bool {
    let texts = page.nodes[at..page.nodes[at].close as usize].iter().filter(|n| n.tag == Tag::Text);
    texts.into_iter().any(|n| {
        let words = page.source[n.start as usize..n.end as usize].trim_end();
        words.ends_with('.') || words.contains(". ")
    })
}

/// Takes out what inside the story has the form of something else.
fn clean(page: &Page, taken: &mut [bool], rules: Rules) {
    use Tag::*;
    let nodes = page.nodes;
    let mut counts = vec![Count::default(); nodes.len()];
    let around = surroundings(page);
    for at in (1..nodes.len()).rev() {
        if !taken[at] {
            continue;
        }
        let node = nodes[at];
        let count = finish(page, at, counts[at]);
        let facts = page.facts[at];
        let remove = match node.tag {
            Footer | Aside | Nav | Object | Embed | Iframe => true,
            H1 | H2 => rules.use_weight && facts.weight < 0,
            Form | Fieldset | Table | Ul | Ol | Div | Section | Dl => is_box(page, at, count, around[at], rules),
            _ => false,
        } || facts.share && count.text < 500;
        if remove {
            taken[at..node.close as usize].fill(false);
        } else {
            counts[at] = count;
            counts[node.parent as usize].add(count);
        }
    }
}

/// What an element stands in.
#[derive(Clone, Copy, Debug, Default)]
struct Around {
    data_table: bool,
    figure: bool,
    list: bool,
}

fn surroundings(page: &Page) -> Vec<Around> {
    let data = data_tables(page);
    let mut around = vec![Around::default(); page.nodes.len()];
    for at in 1..page.nodes.len() {
        let mut here = around[page.nodes[at].parent as usize];
        here.data_table |= data[at];
        here.figure |= page.nodes[at].tag == Tag::Figure;
        here.list |= matches!(page.nodes[at].tag, Tag::Ul | Tag::Ol);
        around[at] = here;
    }
    around
}

/// Tables that hold data, not layout.
fn data_tables(page: &Page) -> Vec<bool> {
    use Tag::*;
    let nodes = page.nodes;
    let mut data = vec![false; nodes.len()];
    // For each table: rows, cells, signs of data, tables inside.
    let mut tables: Vec<(usize, u32, u32, bool, bool)> = Vec::new();
    for (at, node) in nodes.iter().enumerate() {
        while let Some(done) = tables.pop_if(|t| nodes[t.0].close as usize <= at) {
            data[done.0] = judge(page, done);
        }
        match node.tag {
            Table => {
                tables.iter_mut().rev().take(1).for_each(|t| t.4 = true);
                tables.push((at, 0, 0, false, false));
            }
            Tr => tables.iter_mut().rev().take(1).for_each(|t| t.1 += 1),
            Td => tables.iter_mut().rev().take(1).for_each(|t| t.2 += 1),
            Th | Caption | Thead | Tfoot | Col => tables.iter_mut().rev().take(1).for_each(|t| t.3 = true),
            _ => {}
        }
    }
    for done in tables {
        data[done.0] = judge(page, done);
    }
    data
}

fn judge(page: &Page, (at, rows, cells, signs, nested): (usize, u32, u32, bool, bool)) -> bool {
    if page.facts[at].presentation {
        return false;
    }
    signs || !nested && rows > 1 && cells > rows && (rows >= 10 || cells > 10)
}

/// True when an element inside the story is a box of links, a form, a gallery or the like.
fn is_box(page: &Page, at: usize, count: Count, around: Around, rules: Rules) -> bool {
    let tag = page.nodes[at].tag;
    if around.data_table {
        return false;
    }
    let weight = if rules.use_weight { page.facts[at].weight } else { 0 };
    if weight < 0 {
        return true;
    }
    if count.commas >= 10 {
        return false;
    }
    let list = matches!(tag, Tag::Ul | Tag::Ol) || count.text > 0 && count.items > 0 && around.list;
    let text = count.text.max(1) as f32;
    let density = count.link_density();
    let items = i64::from(count.items) - 100;
    !around.figure && count.pictures > 1 && count.paragraphs * 2 < count.pictures
        || !list && items > i64::from(count.paragraphs)
        || count.fields > count.paragraphs / 3
        || !list
            && !around.figure
            && (count.heading as f32 / text) < 0.9
            && count.text < 25
            && (count.pictures == 0 || count.pictures > 2)
            && density > 0.0
        || !list && weight < 25 && density > 0.2
        || weight >= 25 && density > 0.5
        || list && density > 0.6 && tag != Tag::Div
        || count.embeds > 1
        || count.embeds == 1 && count.text < 75
        || count.pictures == 0 && count.flow == 0 && tag != Tag::Section
}
