//! What an element's own tag says of it: its attributes, and what its class and id hint at.

use super::tree::{Node, Tag, attributes};
use crate::document::HashMap;

/// Hints of one element. Nothing here looks at what the element holds.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Facts {
    /// Not shown: `hidden`, `display:none`, `aria-hidden`, dialogs.
    pub(super) hidden: bool,
    /// Its names are those of menus, banners, comments, …
    pub(super) unlikely: bool,
    /// 25 for each of class and id that speaks for text, −25 for each that speaks against.
    pub(super) weight: i8,
    /// Its names are those of bylines.
    pub(super) byline: bool,
    /// Its names are those of captions and credits.
    pub(super) caption: bool,
    /// Its names are those of share buttons.
    pub(super) share: bool,
    /// Its names are those of headings inside a story (`subhead`, `crosshead`).
    pub(super) subhead: bool,
    /// A quotation set apart (`pullquote`), which says again what the story says.
    pub(super) pullquote: bool,
    /// Bold or not, where the element's own style says so.
    pub(super) bold: Option<bool>,
    /// A list's item by its class, as word processors write them.
    pub(super) item: bool,
    /// `role="presentation"`
    pub(super) presentation: bool,
    /// Marked as the body of the article (`itemprop="articleBody"`).
    pub(super) body: bool,
}

/// Letters of the longest attribute name that says something.
const LONGEST: usize = 16;

/// An attribute's name in lower case, written into `room`; longer names as they are, as none of them is looked for.
fn lower<'a>(name: &'a str, room: &'a mut [u8; LONGEST]) -> &'a str {
    let Some(room) = room.get_mut(..name.len()) else { return name };
    room.copy_from_slice(name.as_bytes());
    room.make_ascii_lowercase();
    std::str::from_utf8(room).unwrap_or(name)
}

/// Parts of class and id names of elements that hold no story.
#[rustfmt::skip]
const UNLIKELY: &[&str] = &[
    "-ad-", "ad-break", "ad-slot", "advert", "agegate", "ai2html", "banner", "breadcrumb", "combx", "comment",
    "community", "cookie", "copyright", "cover-wrap", "disqus", "extra", "footer", "gdpr", "header", "legends",
    "menu", "most-read", "mostread", "newsletter", "outbrain", "pager", "pagination", "popup", "recirc", "recommend",
    "related", "remark", "replies", "rss", "shoutbox", "sidebar", "skyscraper", "social", "sponsor", "subscribe",
    "supplemental", "taboola", "yom-remote",
];

/// Parts of names that speak for text in spite of [`UNLIKELY`].
const LIKELY: &[&str] = &["and", "article", "body", "column", "content", "main", "shadow"];

#[rustfmt::skip]
const POSITIVE: &[&str] = &[
    "article", "blog", "body", "content", "entry", "h-entry", "main", "page", "pagination", "post", "story", "text",
];

#[rustfmt::skip]
const NEGATIVE: &[&str] = &[
    "-ad-", "banner", "com-", "combx", "comment", "contact", "footer", "gdpr", "hidden", "masthead", "media", "meta",
    "outbrain", "promo", "related", "scroll", "share", "shopping", "shoutbox", "sidebar", "skyscraper", "sponsor",
    "tags", "widget",
];

/// Hints by class and id, kept so that names that come again need no second look.
#[derive(Debug, Default)]
pub(super) struct Reader<'a> {
    known: HashMap<(&'a str, &'a str), Facts>,
}

impl<'a> Reader<'a> {
    /// The hints of an element of `source`.
    pub(super) fn read(&mut self, source: &'a str, node: &Node) -> Facts {
        let (mut class, mut id) = ("", "");
        let mut own = Facts::default();
        let mut role = "";
        let mut author = false;
        for (name, value) in attributes(&source[node.start as usize..node.end as usize]) {
            match lower(name, &mut [0; LONGEST]) {
                "class" => class = value,
                "id" => id = value,
                "role" => role = value,
                "hidden" => own.hidden = true,
                "aria-hidden" => own.hidden |= value.eq_ignore_ascii_case("true") && !class.contains("fallback-image"),
                "style" => {
                    let style: String = value.chars().filter(|c| !c.is_whitespace()).collect();
                    own.hidden |= style.contains("display:none") || style.contains("visibility:hidden");
                    // The bullets that word processors write as words.
                    own.hidden |= style.contains("mso-list:Ignore");
                    own.bold = style.split_once("font-weight:").map(|weight| {
                        ["bold", "600", "700", "800", "900"].iter().any(|bold| weight.1.starts_with(bold))
                    });
                }
                "rel" => author |= value == "author",
                "itemprop" => {
                    author |= value.contains("author");
                    own.body |= value.contains("articleBody");
                    own.caption |= value.contains("caption") || value.contains("copyrightHolder");
                }
                _ => {}
            }
        }
        let mut facts = *self.known.entry((class, id)).or_insert_with(|| by_names(class, id));
        let unlikely_role = matches!(
            role,
            "menu"
                | "menubar"
                | "complementary"
                | "navigation"
                | "alert"
                | "alertdialog"
                | "dialog"
                | "banner"
                | "contentinfo"
                | "search"
        );
        facts.hidden |= own.hidden;
        facts.unlikely = (facts.unlikely || unlikely_role)
            && !matches!(node.tag, Tag::Body | Tag::Html | Tag::A | Tag::Article | Tag::Main);
        facts.byline |= author;
        facts.caption |= own.caption;
        facts.body = own.body;
        facts.bold = own.bold;
        facts.presentation = role == "presentation";
        facts
    }
}

fn by_names(class: &str, id: &str) -> Facts {
    if class.is_empty() && id.is_empty() {
        return Facts::default();
    }
    let both = format!("{class} {id}").to_ascii_lowercase();
    let holds = |parts: &[&str]| parts.iter().any(|part| both.contains(part));
    let word = |wanted: &[&str]| both.split(|c: char| !c.is_ascii_alphanumeric()).any(|part| wanted.contains(&part));
    let weight = |names: &str| {
        let names = names.to_ascii_lowercase();
        let any = |parts: &[&str]| parts.iter().any(|part| names.contains(part));
        let hid = names.split_ascii_whitespace().any(|name| name == "hid");
        25 * (i8::from(any(POSITIVE)) - i8::from(any(NEGATIVE) || hid))
    };
    Facts {
        unlikely: holds(UNLIKELY) && !holds(LIKELY),
        weight: weight(class) + weight(id),
        byline: holds(&["byline", "author", "dateline", "writtenby", "p-author"]),
        caption: holds(&["caption", "credit"]),
        share: word(&["share", "sharedaddy", "sharing", "social"]),
        subhead: holds(&["subhead", "crosshead", "cross-head", "intertitle", "section-title", "interline"]),
        item: both.contains("listparagraph") || both.contains("list-paragraph"),
        pullquote: holds(&["pullquote", "pull-quote", "pull_quote"]),
        ..Facts::default()
    }
}
