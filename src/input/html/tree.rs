//! HTML as a flat tree. Tolerant: any text gives a tree, in time linear in its length.
//!
//! Invariant: nothing here recurses, so depth is no danger; a node's descendants are the nodes from it to its
//! [`Node::close`].

/// One element or one run of text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    /// What it is.
    pub(super) tag: Tag,
    /// Text: its words. Element: what stands between its name and `>`. Bytes of the source.
    pub(super) start: u32,
    /// One past them.
    pub(super) end: u32,
    /// One past the number of the last node inside.
    pub(super) close: u32,
    /// The node around it; node 0, the root, is its own.
    pub(super) parent: u32,
}

macro_rules! tags {
    ($($name:literal $tag:ident),* $(,)?) => {
        /// The elements that are told apart.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Tag { Root, Text, Other, $($tag),* }

        impl Tag {
            /// The element with this name in any case.
            fn named(name: &str) -> Tag {
                // Names as numbers: one comparison each, where strings would cost a call.
                match packed(name.as_bytes()) { $(key if key == const { packed($name.as_bytes()) } => Tag::$tag,)* _ => Tag::Other }
            }
        }
    };
}

tags! {
    "a" A, "abbr" Abbr, "address" Address, "article" Article, "aside" Aside, "audio" Audio, "b" B, "base" Base,
    "blockquote" Blockquote, "body" Body, "br" Br, "button" Button, "canvas" Canvas, "caption" Caption, "center" Center,
    "col" Col, "dd" Dd, "details" Details, "dialog" Dialog, "div" Div, "dl" Dl, "dt" Dt, "em" Em, "embed" Embed,
    "fieldset" Fieldset, "figcaption" Figcaption, "figure" Figure, "footer" Footer, "form" Form, "h1" H1, "h2" H2,
    "h3" H3, "h4" H4, "h5" H5, "h6" H6, "head" Head, "header" Header, "hgroup" Hgroup, "hr" Hr, "html" Html, "i" I,
    "iframe" Iframe, "img" Img, "input" Input, "label" Label, "legend" Legend, "li" Li, "link" Link, "main" Main,
    "menu" Menu, "meta" Meta, "nav" Nav, "noembed" Noembed, "noframes" Noframes, "noscript" Noscript, "object" Object,
    "ol" Ol, "optgroup" Optgroup, "option" Option, "p" P, "param" Param, "picture" Picture, "pre" Pre, "s" S,
    "script" Script, "section" Section, "select" Select, "small" Small, "source" Source, "span" Span, "strong" Strong,
    "style" Style, "sub" Sub, "summary" Summary, "sup" Sup, "svg" Svg, "table" Table, "tbody" Tbody, "td" Td,
    "template" Template, "textarea" Textarea, "tfoot" Tfoot, "th" Th, "thead" Thead, "time" Time, "title" Title,
    "tr" Tr, "track" Track, "u" U, "ul" Ul, "video" Video, "wbr" Wbr, "xmp" Xmp,
}

/// Up to 15 letters in lower case as one number; longer names give one that no name has.
const fn packed(name: &[u8]) -> u128 {
    if name.len() > 15 {
        return u128::MAX;
    }
    let (mut key, mut at) = (0, 0);
    while at < name.len() {
        key = key << 8 | name[at].to_ascii_lowercase() as u128;
        at += 1;
    }
    key
}

impl Tag {
    /// Elements without content.
    const fn is_void(self) -> bool {
        use Tag::*;
        matches!(self, Base | Br | Col | Embed | Hr | Img | Input | Link | Meta | Param | Source | Track | Wbr)
    }

    /// Elements whose content is text up to their own end tag.
    const fn is_raw(self) -> bool {
        use Tag::*;
        matches!(self, Script | Style | Textarea | Title | Iframe | Noembed | Noframes | Xmp)
    }

    /// Elements that stand on lines of their own.
    pub(super) const fn is_block(self) -> bool {
        use Tag::*;
        matches!(
            self,
            Root | Address
                | Article
                | Aside
                | Blockquote
                | Body
                | Caption
                | Center
                | Dd
                | Details
                | Dialog
                | Div
                | Dl
                | Dt
                | Fieldset
                | Figcaption
                | Figure
                | Footer
                | Form
                | H1
                | H2
                | H3
                | H4
                | H5
                | H6
                | Header
                | Hgroup
                | Hr
                | Html
                | Legend
                | Li
                | Main
                | Menu
                | Nav
                | Ol
                | Optgroup
                | Option
                | P
                | Pre
                | Section
                | Summary
                | Table
                | Tbody
                | Td
                | Tfoot
                | Th
                | Thead
                | Tr
                | Ul
        )
    }

    /// 1 to 6 for headings.
    pub(super) const fn heading(self) -> Option<u8> {
        use Tag::*;
        Some(match self {
            H1 => 1,
            H2 => 2,
            H3 => 3,
            H4 => 4,
            H5 => 5,
            H6 => 6,
            _ => return None,
        })
    }

    /// True where an end tag from inside must not reach out.
    const fn is_barrier(self) -> bool {
        use Tag::*;
        matches!(self, Td | Th | Caption | Table | Object | Template | Html | Root)
    }

    /// True when an open `self` ends where `next` begins.
    const fn ends_before(self, next: Tag) -> bool {
        use Tag::*;
        match self {
            P => {
                next.is_block()
                    && !matches!(next, Caption | Legend | Tbody | Thead | Tfoot | Tr | Td | Th | Option | Optgroup)
            }
            Li => matches!(next, Li),
            Dt | Dd => matches!(next, Dt | Dd),
            Td | Th => matches!(next, Td | Th | Tr | Tbody | Thead | Tfoot),
            Tr => matches!(next, Tr | Tbody | Thead | Tfoot),
            Thead | Tbody | Tfoot => matches!(next, Tbody | Thead | Tfoot),
            Option => matches!(next, Option | Optgroup),
            H1 | H2 | H3 | H4 | H5 | H6 => next.heading().is_some(),
            Head => !matches!(next, Base | Link | Meta | Noscript | Script | Style | Template | Title | Other),
            _ => false,
        }
    }
}

/// The tree of `source`: node 0 is the root, the others follow in the order of the source.
pub(super) fn parse(source: &str) -> Vec<Node> {
    let mut tree = Builder { source, nodes: Vec::with_capacity(source.len() / 24 + 16), open: vec![0] };
    let end = source.len() as u32;
    tree.nodes.push(Node { tag: Tag::Root, start: 0, end: 0, close: 0, parent: 0 });
    let bytes = source.as_bytes();
    let mut at = 0;
    let mut text = 0;
    while let Some(found) = source[at..].find('<') {
        let tag = at + found;
        match bytes.get(tag + 1) {
            Some(b'/' | b'!' | b'?') => {}
            Some(b) if b.is_ascii_alphabetic() => {}
            // `5 < 6`
            _ => {
                at = tag + 1;
                continue;
            }
        }
        tree.text(text, tag);
        match tree.tag(tag) {
            Some(next) => at = next,
            None => {
                // No `>` follows: from here on there are no tags, only words.
                text = tag;
                break;
            }
        }
        text = at;
    }
    tree.text(text, end as usize);
    while let Some(node) = tree.open.pop() {
        tree.nodes[node as usize].close = tree.nodes.len() as u32;
    }
    tree.nodes
}

struct Builder<'a> {
    source: &'a str,
    nodes: Vec<Node>,
    /// The open elements, outermost first; never empty while tags are read.
    open: Vec<u32>,
}

impl Builder<'_> {
    fn text(&mut self, start: usize, end: usize) {
        if start < end {
            self.add(Tag::Text, start, end);
        }
    }

    fn add(&mut self, tag: Tag, start: usize, end: usize) {
        let number = self.nodes.len() as u32;
        let parent = self.open.last().copied().unwrap_or(0);
        self.nodes.push(Node { tag, start: start as u32, end: end as u32, close: number + 1, parent });
    }

    /// Reads the tag, comment or declaration at `at`; gives the place behind it, or `None` when it has no end.
    fn tag(&mut self, at: usize) -> Option<usize> {
        let rest = &self.source[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            // An unclosed comment runs to the end, as in browsers.
            return Some(comment.find("-->").map_or(self.source.len(), |n| at + 4 + n + 3));
        }
        if let Some(cdata) = rest.strip_prefix("<![CDATA[") {
            return Some(cdata.find("]]>").map_or(self.source.len(), |n| at + 9 + n + 3));
        }
        if rest.starts_with("<!") || rest.starts_with("<?") {
            return rest.find('>').map(|n| at + n + 1);
        }
        let closing = rest.starts_with("</");
        let name_at = at + 1 + usize::from(closing);
        let name = &self.source[name_at..];
        let name = &name[..name.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b':')).count()];
        let attributes = name_at + name.len();
        let end = tag_end(self.source.as_bytes(), attributes)?;
        let tag = Tag::named(name);
        if closing {
            self.close(tag, name);
            return Some(end + 1);
        }
        while self.open.len() > 1 && self.nodes[*self.open.last()? as usize].tag.ends_before(tag) {
            self.pop();
        }
        if tag == Tag::A {
            self.end_link();
        }
        let number = self.nodes.len() as u32;
        self.add(tag, attributes, end);
        if tag.is_raw() {
            let body = end + 1;
            let stop = raw_end(self.source, body, name);
            self.open.push(number);
            self.text(body, stop);
            self.pop();
            return Some(stop);
        }
        let empty = tag.is_void() || matches!(tag, Tag::Other | Tag::Svg) && self.source[..end].ends_with('/');
        if !empty {
            self.open.push(number);
        }
        Some(end + 1)
    }

    /// Closes the innermost open element of this kind, if an end tag may reach it.
    fn close(&mut self, tag: Tag, name: &str) {
        // A bound, so that end tags that fit nothing cost the same however deep they stand.
        const REACH: usize = 200;
        if tag == Tag::Br {
            let place = name.as_ptr() as usize - self.source.as_ptr() as usize;
            self.add(Tag::Br, place, place);
            return;
        }
        for (depth, number) in self.open.iter().enumerate().skip(1).rev().take(REACH) {
            let open = self.nodes[*number as usize];
            if open.tag == tag && (tag != Tag::Other || self.is_named(open, name)) {
                while self.open.len() > depth {
                    self.pop();
                }
                return;
            }
            if open.tag.is_barrier() && !matches!(tag, Tag::Table | Tag::Tr | Tag::Tbody | Tag::Html | Tag::Body)
                || open.tag.is_block() && !tag.is_block()
            {
                return;
            }
        }
    }

    /// Links do not nest: one left open ends where the next begins.
    fn end_link(&mut self) {
        const REACH: usize = 16;
        for (depth, number) in self.open.iter().enumerate().skip(1).rev().take(REACH) {
            match self.nodes[*number as usize].tag {
                Tag::A => {
                    while self.open.len() > depth {
                        self.pop();
                    }
                    return;
                }
                tag if tag.is_block() => return,
                _ => {}
            }
        }
    }

    fn is_named(&self, node: Node, name: &str) -> bool {
        let start = node.start as usize;
        start >= name.len() && self.source.as_bytes()[start - name.len()..start].eq_ignore_ascii_case(name.as_bytes())
    }

    fn pop(&mut self) {
        if let Some(node) = self.open.pop() {
            self.nodes[node as usize].close = self.nodes.len() as u32;
        }
    }
}

/// The place of the `>` that ends the tag whose attributes begin at `at`.
fn tag_end(bytes: &[u8], mut at: usize) -> Option<usize> {
    let mut value = false;
    while at < bytes.len() {
        match bytes[at] {
            b'>' => return Some(at),
            // A quotation mark opens a value only behind `=`.
            quote @ (b'"' | b'\'') if value => {
                let length = bytes[at + 1..].iter().position(|b| *b == quote);
                match length {
                    Some(length) => at += length + 1,
                    // An unclosed value: the tag ends at the next `>`.
                    None => return bytes[at..].iter().position(|b| *b == b'>').map(|n| at + n),
                }
                value = false;
            }
            b'=' => value = true,
            b' ' | b'\t' | b'\n' | b'\r' => {}
            _ => value = false,
        }
        at += 1;
    }
    None
}

/// The place of the end tag of a raw element whose content begins at `from`.
fn raw_end(source: &str, from: usize, name: &str) -> usize {
    let bytes = source.as_bytes();
    let mut at = from;
    while let Some(found) = source[at..].find("</") {
        let start = at + found;
        let after = start + 2 + name.len();
        if bytes.get(start + 2..after).is_some_and(|tag| tag.eq_ignore_ascii_case(name.as_bytes()))
            && bytes.get(after).is_none_or(|b| !b.is_ascii_alphanumeric())
        {
            return start;
        }
        at = start + 2;
    }
    source.len()
}

/// The attributes of an element, name and undecoded value, in order.
pub(super) fn attributes(source: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = source;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '=' | '"' | '\''));
        if rest.is_empty() {
            return None;
        }
        let length = rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '/')).unwrap_or(rest.len());
        let name = &rest[..length];
        rest = rest[length..].trim_ascii_start();
        let Some(value) = rest.strip_prefix('=') else { return Some((name, "")) };
        let value = value.trim_ascii_start();
        let (value, after) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
            _ => value.split_at(value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len())),
        };
        rest = after;
        Some((name, value))
    })
}
