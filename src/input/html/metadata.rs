//! What a page says of itself: JSON-LD, meta tags, `<time>`, `<title>`.

use super::entities::decoded;
use super::similar;
use super::tree::{Node, Tag, attributes};
use crate::document::sort_by_key;
use crate::input::Metadata;
use crate::input::dates;
use serde_json::Value;

/// What is found, each with how far it is to be trusted: the lower the rank, the better.
#[derive(Debug, Default)]
struct Found {
    title: Option<(u8, String)>,
    byline: Option<(u8, String)>,
    published: Option<(u8, String)>,
    /// Headlines and names of the articles in JSON-LD.
    headlines: Vec<String>,
}

impl Found {
    fn offer(slot: &mut Option<(u8, String)>, rank: u8, value: &str) {
        let value = decoded(&decoded(value)).split_whitespace().collect::<Vec<_>>().join(" ");
        if !value.is_empty() && slot.as_ref().is_none_or(|held| rank < held.0) {
            *slot = Some((rank, value));
        }
    }

    fn offer_date(&mut self, rank: u8, value: &str) {
        if let Some(date) = dates::iso(&decoded(value)) {
            Found::offer(&mut self.published, rank, &date);
        }
    }
}

/// Reads the page's own data.
pub(super) fn read(source: &str, nodes: &[Node]) -> Metadata {
    let mut found = Found::default();
    let mut document_title = None;
    for (at, node) in nodes.iter().enumerate() {
        let own = &source[node.start as usize..node.end as usize];
        match node.tag {
            Tag::Meta => meta(own, &mut found),
            Tag::Time => time(own, &mut found),
            Tag::Link => {
                let get = |name: &str| attributes(own).find(|a| a.0.eq_ignore_ascii_case(name)).map(|a| a.1);
                if get("rel") == Some("canonical") {
                    url(get("href").unwrap_or(""), &mut found);
                }
            }
            Tag::Script if own.contains("ld+json") => {
                if let Some(text) = nodes.get(at + 1).filter(|t| t.tag == Tag::Text && t.parent as usize == at) {
                    json_ld(&source[text.start as usize..text.end as usize], &mut found);
                }
            }
            Tag::Title if document_title.is_none() => {
                let text = nodes.get(at + 1).filter(|t| t.tag == Tag::Text && t.parent as usize == at);
                document_title = text.map(|t| &source[t.start as usize..t.end as usize]);
            }
            _ => {}
        }
    }
    if let Some(title) = document_title {
        // Some pages call their site or a summary the headline; what the window says decides.
        let shown = decoded(title);
        sort_by_key(&mut found.headlines, |headline| (!similar(headline, &shown)).into());
        Found::offer(&mut found.title, 9, title);
    }
    if let Some(headline) = found.headlines.first().cloned() {
        Found::offer(&mut found.title, 0, &headline);
    }
    Metadata {
        title: found.title.map(|t| t.1),
        byline: found.byline.map(|b| b.1).filter(|b| is_name(b)),
        published: found.published.map(|p| p.1),
        marked: false,
    }
}

/// Not an address of a page, and no longer than names are.
fn is_name(byline: &str) -> bool {
    byline.len() <= 150
        && !byline.contains("://")
        && !byline.starts_with("www.")
        && byline.contains(char::is_alphabetic)
}

fn meta(attributes_of: &str, found: &mut Found) {
    let (mut name, mut content) = (String::new(), "");
    for (attribute, value) in attributes(attributes_of) {
        match attribute.to_ascii_lowercase().as_str() {
            "name" | "property" | "itemprop" if name.is_empty() || attribute.eq_ignore_ascii_case("property") => {
                name = value.trim().to_ascii_lowercase();
            }
            "content" => content = value,
            _ => {}
        }
    }
    if content.is_empty() {
        return;
    }
    match name.replace(['.', '_'], ":").as_str() {
        "og:title" => Found::offer(&mut found.title, 3, content),
        "dc:title" | "dcterm:title" | "dcterms:title" => Found::offer(&mut found.title, 2, content),
        "twitter:title" | "parsely-title" | "headline" | "sailthru:title" => Found::offer(&mut found.title, 5, content),
        "title" => Found::offer(&mut found.title, 6, content),
        "dc:creator" | "dcterm:creator" | "dcterms:creator" => Found::offer(&mut found.byline, 2, content),
        "author" => Found::offer(&mut found.byline, 3, content),
        "parsely-author" | "byl" | "sailthru:author" => Found::offer(&mut found.byline, 4, content),
        "article:author" if !content.contains("://") => Found::offer(&mut found.byline, 5, content),
        "article:published:time" | "og:article:published:time" | "og:published:time" => found.offer_date(2, content),
        "datepublished" => found.offer_date(3, content),
        "parsely-pub-date" | "sailthru:date" | "cxenseparse:recs:publishtime" | "ptime" | "pdate" | "displaydate" => {
            found.offer_date(4, content);
        }
        "date"
        | "pubdate"
        | "publishdate"
        | "publish-date"
        | "publish:date"
        | "publication:date"
        | "article:published"
        | "article:created"
        | "dc:date"
        | "dc:date:issued"
        | "dcterms:date"
        | "dcterms:created"
        | "dcterms:issued"
        | "citation:publication:date"
        | "originalpublicationdate"
        | "timestamp" => found.offer_date(5, content),
        "og:url" => url(content, found),
        _ => {}
    }
}

fn time(attributes_of: &str, found: &mut Found) {
    let (mut when, mut own) = ("", false);
    for (name, value) in attributes(attributes_of) {
        match name.to_ascii_lowercase().as_str() {
            "datetime" => when = value,
            "pubdate" => own = true,
            "itemprop" => own |= value.contains("datePublished"),
            "class" => own |= value.contains("publish") || value.contains("entry-date"),
            _ => {}
        }
    }
    found.offer_date(if own { 6 } else { 8 }, when);
}

/// News addresses hold the day: `/2024/05/03/`.
fn url(address: &str, found: &mut Found) {
    let mut parts = address.split('/').skip(3);
    let number = |part: Option<&str>, length: usize| {
        part.filter(|p| p.len() == length && p.bytes().all(|b| b.is_ascii_digit())).map(str::to_string)
    };
    while let Some(part) = parts.next() {
        let mut rest = parts.clone();
        if let (Some(year), Some(month), Some(day)) =
            (number(Some(part), 4), number(rest.next(), 2), number(rest.next(), 2))
        {
            found.offer_date(7, &format!("{year}-{month}-{day}"));
            return;
        }
    }
}

/// Types of schema.org that are articles.
const ARTICLES: &[&str] = &[
    "AdvertiserContentArticle",
    "AnalysisNewsArticle",
    "Article",
    "AskPublicNewsArticle",
    "BackgroundNewsArticle",
    "BlogPosting",
    "LiveBlogPosting",
    "NewsArticle",
    "OpinionNewsArticle",
    "Report",
    "ReportageNewsArticle",
    "ReviewNewsArticle",
    "SatiricalArticle",
    "ScholarlyArticle",
    "SocialMediaPosting",
    "TechArticle",
];

fn json_ld(text: &str, found: &mut Found) {
    let text = text.trim().trim_start_matches("<![CDATA[").trim_end_matches("]]>").trim_start_matches("//").trim();
    if let Ok(value) = serde_json::from_str::<Value>(text) {
        let mut open = vec![&value];
        while let Some(value) = open.pop() {
            match value {
                Value::Array(items) => open.extend(items.iter().rev()),
                Value::Object(fields) => {
                    if fields.get("@type").is_some_and(is_article) {
                        article(value, found);
                    }
                    open.extend(fields.get("mainEntity"));
                    open.extend(fields.get("@graph"));
                }
                _ => {}
            }
        }
    } else if ARTICLES.iter().any(|kind| text.contains(&format!("\"{kind}\""))) {
        // Broken JSON, often a line break inside a string: its plain fields can still be read.
        let field = |name: &str| {
            let after = &text[text.find(&format!("\"{name}\""))? + name.len() + 2..];
            let value = after.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
            Some(value[..value.find('"')?].to_string())
        };
        if let Some(title) = field("headline") {
            Found::offer(&mut found.title, 1, &title);
        }
        if let Some(date) = field("datePublished") {
            found.offer_date(1, &date);
        }
    }
}

fn is_article(kind: &Value) -> bool {
    match kind {
        Value::String(kind) => ARTICLES.contains(&kind.trim_start_matches("http://schema.org/")),
        Value::Array(kinds) => kinds.iter().any(|k| k.as_str().is_some_and(|k| ARTICLES.contains(&k))),
        _ => false,
    }
}

fn article(value: &Value, found: &mut Found) {
    let words = |field: &str| value[field].as_str().map(str::to_string).filter(|words| !words.trim().is_empty());
    found.headlines.extend(["headline", "name"].into_iter().filter_map(words));
    if let Some(date) = value["datePublished"].as_str() {
        found.offer_date(0, date);
    }
    let mut names = Vec::new();
    let authors = &value["author"];
    for author in authors.as_array().map_or(std::slice::from_ref(authors), Vec::as_slice) {
        match author {
            Value::String(name) => names.push(name.trim().to_string()),
            Value::Object(_) => names.extend(author["name"].as_str().map(|n| n.trim().to_string())),
            _ => {}
        }
    }
    names.dedup();
    Found::offer(&mut found.byline, 0, &names.join(", "));
}
