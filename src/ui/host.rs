//! The article of a host page: reads it, and shows places in it. Invariant: the host's document is never changed; places
//! are shown with the CSS Custom Highlight API (where there is none, by scrolling alone).

use super::dom;
use crate::{Analysis, Span};
use js_sys::Reflect;
use std::fmt::Write;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Node, Range, ScrollLogicalPosition, Text};

/// A host's article as HTML for the engine, with the way back to its text nodes.
pub struct Story {
    /// Tags without attributes (but `datetime`), text escaped.
    pub html: String,
    /// Where in `html` each text node stands, in order.
    nodes: Vec<(Span, Text)>,
}

/// Not the story's words.
const SKIPPED: &[&str] = &[
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "iframe",
    "object",
    "video",
    "audio",
    "canvas",
    "form",
    "button",
    "input",
    "select",
    "textarea",
    "nav",
    "dialog",
    "article-lens",
    "math",
];

impl Story {
    /// Reads `root`. `page_data`: the document's metadata belongs to this article.
    pub fn read(root: &Element, page_data: bool) -> Story {
        let mut story = Story { html: String::new(), nodes: Vec::new() };
        if page_data {
            story.metadata();
        }
        story.element(root, 0);
        story
    }

    fn metadata(&mut self) {
        let Some(root) = dom::document().and_then(|d| d.document_element()) else { return };
        for data in dom::all(&root, "script[type=\"application/ld+json\"]") {
            // Its own closing tag cannot be part of it: the parser would have ended it there.
            let text = data.text_content().unwrap_or_default();
            let _ = write!(self.html, "<script type=\"application/ld+json\">{text}</script>");
        }
        for meta in dom::all(&root, "meta[property][content],meta[name][content],meta[itemprop][content]") {
            let Some(content) = meta.get_attribute("content") else { continue };
            for key in ["property", "name", "itemprop"] {
                let Some(value) = meta.get_attribute(key).filter(|v| v.contains("publish") || v.contains("date"))
                else {
                    continue;
                };
                let _ = write!(self.html, "<meta {key}=\"");
                escape(&mut self.html, &value);
                self.html.push_str("\" content=\"");
                escape(&mut self.html, &content);
                self.html.push_str("\">");
            }
        }
    }

    fn element(&mut self, element: &Element, depth: u32) {
        let name = element.local_name();
        let hidden = element.has_attribute("hidden") || element.get_attribute("aria-hidden").as_deref() == Some("true");
        // A tree this deep is no article, and the stack is not endless.
        if hidden || depth > 200 || SKIPPED.contains(&name.as_str()) {
            return;
        }
        let _ = write!(self.html, "<{name}");
        if let Some(datetime) = element.get_attribute("datetime") {
            self.html.push_str(" datetime=\"");
            escape(&mut self.html, &datetime);
            self.html.push('"');
        }
        self.html.push('>');
        let mut child = element.first_child();
        while let Some(node) = child {
            child = node.next_sibling();
            match node.node_type() {
                Node::TEXT_NODE => {
                    let text: Text = node.unchecked_into();
                    let start = self.html.len() as u32;
                    escape(&mut self.html, &text.data());
                    self.nodes.push((Span::new(start, self.html.len() as u32), text));
                }
                Node::ELEMENT_NODE => self.element(node.unchecked_ref(), depth + 1),
                _ => {}
            }
        }
        if !matches!(name.as_str(), "br" | "hr" | "img" | "wbr" | "col" | "source" | "track" | "embed") {
            let _ = write!(self.html, "</{name}>");
        }
    }

    /// Shows all of `places`, and scrolls to the `nth`.
    pub fn show(&self, analysis: &Analysis, places: &[Span], nth: usize) {
        let ranges = self.ranges(analysis, places);
        highlight("article-lens", &ranges);
        let Some(range) = places.get(nth).and_then(|place| self.range(analysis, *place)) else { return };
        let parent = range.start_container().ok().and_then(|node| node.parent_element());
        if let Some(parent) = parent {
            dom::scroll_to(&parent, ScrollLogicalPosition::Center);
        }
    }

    /// Shows nothing.
    pub fn hide(&self) {
        highlight("article-lens", &[]);
    }

    /// Lights `places` faintly, for as long as something is pointed at.
    pub fn light(&self, analysis: &Analysis, places: &[Span]) {
        highlight("article-lens-lit", &self.ranges(analysis, places));
    }

    fn ranges(&self, analysis: &Analysis, places: &[Span]) -> Vec<Range> {
        places.iter().take(500).filter_map(|place| self.range(analysis, *place)).collect()
    }

    /// The words of a place in the host's own text nodes.
    fn range(&self, analysis: &Analysis, place: Span) -> Option<Range> {
        if place.is_empty() {
            return None;
        }
        let start = analysis.source.to_source(place.start);
        let end = analysis.source.to_source(place.end - 1);
        let range = Range::new().ok()?;
        let (node, offset, _) = self.node_at(start)?;
        range.set_start(node, offset).ok()?;
        let (node, _, offset) = self.node_at(end)?;
        range.set_end(node, offset).ok()?;
        Some(range)
    }

    /// The text node that holds a byte of `html`, and the code units before and after the character there.
    fn node_at(&self, place: u32) -> Option<(&Text, u32, u32)> {
        let (span, node) = &self.nodes[self.nodes.partition_point(|(span, _)| span.end <= place)..].first()?;
        let (mut at, mut units) = (span.start, 0);
        for c in node.data().chars() {
            let length = escaped(c).map_or(c.len_utf8(), str::len) as u32;
            let after = units + c.len_utf16() as u32;
            if at + length > place {
                return Some((node, units, after));
            }
            (at, units) = (at + length, after);
        }
        Some((node, units, units))
    }
}

fn escaped(c: char) -> Option<&'static str> {
    match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        _ => None,
    }
}

fn escape(html: &mut String, text: &str) {
    for c in text.chars() {
        match escaped(c) {
            Some(entity) => html.push_str(entity),
            None => html.push(c),
        }
    }
}

/// `CSS.highlights.set(name, new Highlight(...ranges))`, where the browser has it.
fn highlight(name: &str, ranges: &[Range]) -> Option<()> {
    let global = js_sys::global();
    let get = |object: &JsValue, key: &str| Reflect::get(object, &key.into()).ok().filter(|v| !v.is_undefined());
    let registry = get(&get(&global, "CSS")?, "highlights")?;
    let make: js_sys::Function = get(&global, "Highlight")?.dyn_into().ok()?;
    let list: js_sys::Array = ranges.iter().collect();
    let made = Reflect::construct(&make, &list).ok()?;
    let set: js_sys::Function = get(&registry, "set")?.dyn_into().ok()?;
    set.call2(&registry, &name.into(), &made).ok().map(|_| ())
}
