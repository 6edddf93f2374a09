//! What stands for a paragraph on one line of the reading path: its first sentence that tells something, and of a long one
//! as much as is true by itself, with `…` behind it.
//!
//! A sentence is cut behind a clause that has the main verb, never inside a number, date or bracket, nor before what makes
//! it untrue (`if`, `police said`). Absent here: which paragraphs are steps (`sections`).

use super::dateline;
use super::joints::{ASKED, FRONTS, LEADS, PARTS, QUALITIES, SAYS, SUBJECTS, UNTRUE};
use super::opening::{caption, dangles, is_carried};
use crate::Span;
use crate::document::{Case, Document, Token, TokenKind, is_calendar};
use crate::grammar::{self, Clause, ClauseKind, Parse, VerbGroup, VerbTense};
use crate::lists::List;

/// Bytes of a sentence that is never cut, of a line that ends with a clause where more than one does, of the longest line
/// that is cut, and of the longest that is not since no clause ends in it. Half of the sentences that lead a paragraph of news are longer than 110 bytes: a line must hold what is told, and a
/// shorter one seldom does.
const WHOLE: u32 = 150;
const FITS: u32 = 110;
const MOST: u32 = 170;
const LONG: u32 = 210;
/// The same of one that ends with what was said and tells nothing before.
const QUOTED: u32 = 250;
/// Bytes of the shortest line that ends within a clause, and below which one that ends with a clause takes another.
const WORDS: u32 = 90;
/// Bytes of the shortest line that ends with a clause where the sentence goes on.
const CLAUSE: u32 = 45;

/// The line of the block whose first sentence is `number`, and the words that it is made of.
pub(super) fn of(doc: &Document, number: usize) -> (Span, String) {
    let block = doc.block_of(number).span;
    let opening = block.start + dateline::length(block.of(&doc.text)) as u32;
    let same = |number: &usize| doc.sentences.get(*number).is_some_and(|s| s.span.start < block.end);
    let first = (number..).take_while(same).find(|n| doc.sentences[*n].span.end > opening).unwrap_or(number);
    // `LEEDS, Mass. — The mill burned`, `Never. He laughed at it`: what has no verb tells nothing.
    let (mut number, mut parse) = (first, grammar::parse(doc, first));
    let tokens = doc.tokens_of(first);
    let first_word = doc.sentences[first].tokens.start as usize;
    // `The old granary at Tolk. It burned on Monday`
    let verb = |t: &Token| t.case == Case::Lower && ["ed", "s"].iter().any(|end| t.span.of(&doc.text).ends_with(end));
    let shown = tokens.len() < 10
        && matches!(doc.word(first_word), "A" | "An" | "The")
        && tokens.iter().any(|t| matches!(t.span.of(&doc.text), "at" | "in" | "of"))
        && !tokens.iter().any(verb);
    let slight = tokens.len() < 4 || shown || tokens[0].case == Case::Upper && tokens[0].span.len() > 1;
    if slight && !tells(parse) && same(&(first + 1)) {
        let next = grammar::parse(doc, first + 1);
        if tells(next) {
            (number, parse) = (first + 1, next);
        }
    }
    // `That's why …`, `But it says these steps …`: a line says of whom and of what.
    if dangles(doc, number) {
        let other = (number + 1..number + 4).take_while(same).find(|n| {
            let long = doc.sentences[*n].tokens.len() > 5;
            long && tells(grammar::parse(doc, *n)) && !dangles(doc, *n) && !is_carried(doc, *n)
        });
        if let Some(other) = other {
            (number, parse) = (other, grammar::parse(doc, other));
        }
    }
    let tokens = doc.sentences[number].tokens;
    let word = |at: u32| doc.word(at as usize);
    let dash = |at: &u32| matches!(word(*at), "—" | "–" | "-" | "--") && doc.tokens[*at as usize].space_before;
    let start = (tokens.start..tokens.end).find(|at| {
        let token = &doc.tokens[*at as usize];
        token.span.start >= opening && !dash(at) && !matches!(word(*at), "•" | "]" | "]]")
    });
    let place = Some(dateline::behind(doc, number)).filter(|place| *place > tokens.start);
    let place = place.or_else(|| caption(doc, number));
    let start = place.or(start);
    let start = start.unwrap_or(tokens.start);
    let stop = |at: &u32| matches!(word(*at), "." | "," | ";" | ":");
    let end = (start + 1..=tokens.end).rev().find(|end| !stop(&(end - 1))).unwrap_or(tokens.end);
    let span = |end: u32| doc.tokens[start as usize].span.to(doc.tokens[end as usize - 1].span);
    let first_shown = start;
    let mut cutter = Cutter { doc, parse, start, end, gap: None };
    if span(end).len() > WHOLE {
        cutter.gap = cutter.aside();
    }
    let mut cut = if cutter.len(end) > WHOLE { cutter.cut() } else { end };
    if let Some(subject) = cutter.front(cut) {
        (cutter.start, cutter.gap) = (subject, None);
        cut = if cutter.len(end) > WHOLE { cutter.cut() } else { end };
    }
    let start = cutter.start;
    let span = |end: u32| doc.tokens[start as usize].span.to(doc.tokens[end as usize - 1].span);
    let mut text = span(cut).of(&doc.text).to_string();
    if start > first_shown {
        // What was the middle of a sentence begins one.
        let head = text.chars().next().map_or(0, char::len_utf8);
        text = text[..head].to_uppercase() + &text[head..];
    }
    if let Some((from, to)) = cutter.gap.filter(|gap| gap.1 < cut) {
        let (before, behind) = (doc.tokens[from as usize - 1].span.end, doc.tokens[to as usize].span.start);
        // `The minister, Ann Lee, who …, has died`: the comma of another aside stays.
        let led = cutter.is(start, &FRONTS) || word(start).ends_with("ing");
        let comma = !led && (start..from).any(|at| word(at) == ",");
        let shown = |at: u32| (at - span(cut).start) as usize;
        text.replace_range(shown(before)..shown(behind), if comma { ", " } else { " " });
    }
    if cut < end {
        text.push('…');
    }
    // A speech that goes on in the next sentence, or was cut.
    let count = |mark: char| text.chars().filter(|c| *c == mark).count();
    if count('“') > count('”') {
        text.push('”');
    } else if count('"') % 2 == 1 {
        text.push('"');
    }
    (span(cut), text)
}

/// True for a sentence with a verb that has a tense.
pub(super) fn tells(parse: &Parse) -> bool {
    parse.verbs.iter().any(|verb| verb.tense != VerbTense::None)
}

/// A sentence that is too long, from its first token to its last.
struct Cutter<'a> {
    doc: &'a Document,
    parse: &'a Parse,
    start: u32,
    end: u32,
    /// An aside that is left out, with the commas around it.
    gap: Option<(u32, u32)>,
}

impl Cutter<'_> {
    fn word(&self, at: u32) -> &str {
        self.doc.word(at as usize)
    }

    fn token(&self, at: u32) -> &Token {
        &self.doc.tokens[at as usize]
    }

    fn is(&self, at: u32, words: &List) -> bool {
        words.hold(self.token(at).hash)
    }

    /// Bytes up to the token before `end`.
    fn len(&self, end: u32) -> u32 {
        let gap = self.gap.filter(|gap| gap.1 < end);
        let gap = gap.map_or(0, |(from, to)| self.token(to).span.start - self.token(from).span.start);
        // A verb of the place and agency before the story ends before the line begins.
        self.token(end - 1).span.end.saturating_sub(self.token(self.start).span.start + gap)
    }

    /// `The union, whose leader had promised to …, has called off the strike`: what stands so long between the subject and its
    /// verb that the verb would be cut off.
    fn aside(&self) -> Option<(u32, u32)> {
        let clauses = self.parse.clauses.iter().enumerate();
        let mut told = clauses.filter(|(_, c)| matches!(c.kind, ClauseKind::Main | ClauseKind::Content)).take(2);
        told.find_map(|(number, clause)| {
            let verb = &self.parse.verbs[clause.verb? as usize];
            let start = verb.tokens.start;
            // `The bill — the Clean Harbour Act, which …— will pay`
            let dash = |at: &u32| matches!(self.word(*at), "—" | "–" | "--");
            let first = (self.start + 1..start).find(dash).filter(|from| from + 2 < start && dash(&(start - 1)));
            let whole =
                |from: &u32| !self.parse.verbs.iter().any(|v| v.tokens.start < *from && v.tense != VerbTense::None);
            if clause.kind == ClauseKind::Main
                && let Some(from) = first.filter(whole)
                && self.len(verb.tokens.end) > FITS
            {
                return Some((from, start));
            }
            // `The baker, a member of the guild of Tolk who …, has said that`
            let comma = |at: &u32| self.word(*at) == ",";
            let noun = (self.start + 1..start).find(comma).filter(|from| {
                let article = matches!(self.word(from + 1), "a" | "an" | "the");
                let alone = !(from + 1..start - 1).any(|at| comma(&at)) && comma(&(start - 1)) && from + 3 < start;
                article && alone && !self.is(self.start, &FRONTS) && self.parse.clause_of(from - 1) == Some(number)
            });
            if let Some(from) = noun.filter(whole)
                && clause.kind == ClauseKind::Main
                && self.len(verb.tokens.end) > FITS
                && self.len(self.end) > LONG
            {
                return Some((from, start));
            }
            let aside = |inner: &&Clause| {
                let first = inner.tokens.start;
                // `The union, led by Ann Lee, has called off …`
                let participle = || {
                    let small = self.token(first).case == Case::Lower;
                    let verb = inner.verb.map(|verb| &self.parse.verbs[verb as usize]);
                    let past =
                        |verb: &VerbGroup| verb.tokens.start < first + 2 && !self.word(verb.main).ends_with("ing");
                    small && self.len(self.end) > LONG && verb.is_some_and(past)
                };
                (inner.kind == ClauseKind::Relative || inner.kind == ClauseKind::Participial && participle())
                    && first > self.start + 1
                    && first < start
                    && self.word(first - 1) == ","
            };
            let from = self.parse.clauses.iter().find(aside)?.tokens.start - 1;
            let other = |at: u32| self.token(at).kind == TokenKind::Mark || self.parse.clause_of(at) != Some(number);
            let own = self.parse.clause_of(from - 1) == Some(number) && (from..start).all(other);
            (own && self.word(start - 1) == "," && self.len(verb.tokens.end) > FITS).then_some((from, start))
        })
    }

    /// Where the main clause begins in a sentence whose verb a line up to `cut` does not reach, or only far on, because of what stands in
    /// front: `On the day that the mill of Tolk and its two barns burned, …`.
    fn front(&self, cut: u32) -> Option<u32> {
        let clause = self.parse.clauses.iter().find(|clause| clause.kind == ClauseKind::Main)?;
        let verb = &self.parse.verbs[clause.verb? as usize];
        let at = verb.tokens.start;
        if verb.tokens.end <= cut && self.len(verb.tokens.end) <= FITS || !self.is(self.start, &FRONTS) {
            return None;
        }
        let comma = (self.start..at).rev().find(|at| self.word(*at) == ",")?;
        let subject = comma + 1;
        let own = (subject..at).all(|at| self.token(at).kind == TokenKind::Word && self.parse.verb_at(at).is_none());
        let (before, head) = (self.token(comma.checked_sub(1)?), self.token(subject));
        // `officials in Paris, Texas are looking for it`
        let is_place = head.case != Case::Lower && before.case != Case::Lower && subject + 1 == at;
        let is_subject = !is_place && (head.case != Case::Lower || self.is(subject, &SUBJECTS));
        (own && subject < at && is_subject && self.len(self.end) > WHOLE).then_some(subject)
    }

    /// One past the last token that is shown.
    fn cut(&self) -> u32 {
        let mut clauses = self.parse.clauses.iter().filter(|clause| clause.kind == ClauseKind::Main);
        let tensed = |verb: u32| Some(&self.parse.verbs[verb as usize]).filter(|verb| verb.tense != VerbTense::None);
        let verb = clauses.find_map(|clause| tensed(clause.verb?)).map(|verb| verb.tokens.end);
        let (mut best, mut brackets) = (None, 0);
        for at in self.start + 1..self.end {
            if self.len(at) > MOST {
                break;
            }
            match self.word(at) {
                "(" | "[" => brackets += 1,
                ")" | "]" => brackets -= 1,
                _ => {}
            }
            if brackets > 0 || verb.is_none_or(|verb| at < verb) {
                continue;
            }
            let Some(cut) = self.ends(at).filter(|cut| self.len(*cut) >= CLAUSE) else { continue };
            let slight = best.is_some_and(|best| self.len(best) < WORDS) && self.len(cut) <= WHOLE;
            if best.is_none() || self.len(cut) <= FITS || slight {
                best = Some(cut);
            }
        }
        // `Prosecutors allege that the couple moved`
        let said = self.parse.clauses.iter().find(|clause| clause.kind == ClauseKind::Content);
        let said = said.and_then(|said| tensed(said.verb?)).map(|verb| verb.tokens.end);
        let verb = said.filter(|said| self.len(*said) <= MOST).max(verb);
        // `He said of it, “It is old”`: nothing is told before the words quoted, with which the sentence ends.
        let opens = (self.start..self.end - 1).find(|at| matches!(self.word(*at), "\"" | "“"));
        let closed = matches!(self.word(self.end - 1), "\"" | "”");
        let quoted = closed
            && opens.is_some_and(|at| {
                let says = |verb: &VerbGroup| verb.main < at && !verb.passive && self.is(verb.main, &SAYS);
                let led = at > self.start && matches!(self.word(at - 1), "," | ":");
                self.is_unsaid(at) || led && self.parse.verbs.iter().any(says)
            });
        let most = if quoted { QUOTED } else { LONG };
        best.unwrap_or_else(|| if self.len(self.end) <= most { self.end } else { self.words(verb) })
    }

    /// Where the words end that are whole before `at`.
    fn ends(&self, at: u32) -> Option<u32> {
        let mark = matches!(self.word(at), "," | ";" | ":" | "—" | "–" | "--");
        let behind = at + u32::from(mark);
        if behind >= self.end || mark && !self.token(behind).space_before {
            return None;
        }
        // `“We held our breath,” the captain said`
        let quoted = mark && matches!(self.word(at - 1), "\"" | "”" | "’");
        // `asked for two reasons: …`, `told reporters, “It is over”`
        let opened = mark && matches!(self.word(behind), "\"" | "“" | "‘" | "'" | "``");
        // `wrote: “Goodbye, my friend”`, `later changing it; and, …`
        let open =
            at > 0 && matches!(self.word(at - 1), "and" | "or" | "but" | "that" | "which" | "who" | "whom" | "whose");
        let amid = self.is_amid_quote(at) || open;
        if matches!(self.word(at), ":" | ";") || opened || amid || self.is_unsaid(at) || mark && self.is_listed(behind)
        {
            return None;
        }
        // `services and small, dear shops`
        let small = |at: u32| self.token(at).kind == TokenKind::Word && self.token(at).case == Case::Lower;
        let bare = self.is(at - 1, &QUALITIES) && small(behind) && !self.is(behind, &PARTS);
        if self.word(at) == "," && bare && !self.parse.clauses.iter().any(|clause| clause.tokens.start == behind) {
            return None;
        }
        // `on April 3, 1945`, `on Tuesday, May 30`
        let next = self.token(behind);
        let year = next.kind == TokenKind::Number && next.span.len() == 4;
        if mark && (year || is_calendar(self.word(at - 1)) && is_calendar(self.word(behind))) {
            return None;
        }
        let clause = || self.parse.clauses.iter().filter(|clause| clause.tokens.start == behind);
        // `…, the police said`: whose words they are; `said the line, which …, will close`: what was said.
        let said = || clause().any(|clause| clause.kind == ClauseKind::Main);
        let open = |clause: &Clause| {
            let verb = clause.verb.is_some_and(|verb| self.parse.verbs[verb as usize].main >= at);
            let whole = !matches!(clause.kind, ClauseKind::Participial | ClauseKind::Infinitive);
            whole && clause.tokens.start < at && verb
        };
        if quoted || self.parse.clauses.iter().any(open) {
            return None;
        }
        // `One of the reasons is | because …`
        if !mark && matches!(self.word(at - 1), "is" | "was" | "are" | "were") {
            return None;
        }
        // Without these it would not be true, or not the half of it.
        if UNTRUE.contains(&self.word(behind)) || mark && said() {
            return None;
        }
        let joined = |kind| matches!(kind, ClauseKind::Subordinate | ClauseKind::Coordinated);
        let whole = self.token(at - 1).kind != TokenKind::Mark && clause().any(|clause| joined(clause.kind));
        (mark || whole).then_some(at)
    }

    /// `Prosecutors told reporters in York`, of which what they told stands behind `at`.
    fn is_unsaid(&self, at: u32) -> bool {
        let verbs = &self.parse.verbs[..self.parse.verbs.partition_point(|verb| verb.main < at)];
        let said = verbs.last().filter(|verb| !verb.passive && self.is(verb.main, &SAYS));
        said.is_some_and(|verb| {
            let quotes = |at: u32| matches!(self.word(at), "\"" | "“" | "‘" | "``");
            verb.main >= self.start
                && !(verb.main..at).any(quotes)
                && !(self.start..verb.main).any(quotes)
                && !(verb.main + 1..at).any(|at| {
                    // `told reporters of it`, but `says the head of the guild has left`
                    let told = at == verb.main + 1 || !matches!(self.word(verb.main), "said" | "says" | "saying");
                    let told = told && matches!(self.word(at), "of" | "about");
                    // `said of the bridge, “It is old”`
                    self.word(at) == "that" || told && !(at..self.end).any(quotes)
                })
        })
    }

    /// True within words quoted that the line does not begin with.
    fn is_amid_quote(&self, at: u32) -> bool {
        let mark = |at: &u32| matches!(self.word(*at), "\"" | "“" | "”");
        let mut marks = (self.start..at).filter(mark);
        marks.next().is_some_and(|first| first > self.start && marks.count() % 2 == 0)
    }

    /// `Finland, France and Spain`: what begins at `behind`, after a comma, is one more of a list.
    fn is_listed(&self, behind: u32) -> bool {
        let opens = |at: u32| self.parse.clauses.iter().any(|clause| clause.tokens.start == at);
        let joins = |at: u32| matches!(self.word(at), "and" | "or" | "&");
        if opens(behind) || matches!(self.word(behind), "a" | "an") {
            return false;
        }
        let near = (behind..self.end.min(behind + 8)).take_while(|at| !opens(*at) && self.parse.verb_at(*at).is_none());
        near.into_iter().any(joins)
    }

    /// As many words as fit, with the main verb, up to one that does not ask for more.
    fn words(&self, verb: Option<u32>) -> u32 {
        // Far on only where nothing is told before it.
        let told = |end: u32| {
            let tensed =
                |v: &VerbGroup| v.tense != VerbTense::None && v.tokens.start > self.start && v.tokens.end < end;
            self.parse.verbs.iter().any(tensed)
        };
        let near = |verb: &u32| self.len(*verb) <= MOST || self.len(*verb) <= LONG && !told(*verb);
        let verb = verb.filter(near).unwrap_or(self.start + 1);
        let within = |most: u32| (verb..self.end).take_while(move |at| self.len(*at) <= most);
        // `to freeze its work with a firm`: best where something new begins.
        let opens = |at: u32| self.parse.clauses.iter().any(|clause| clause.tokens.start == at);
        let parts = |end: &u32| match self.word(*end) {
            "and" => opens(*end),
            _ => self.is(*end, &PARTS) || self.token(*end).kind == TokenKind::Mark,
        };
        let whole = |end: &u32, strict: bool| {
            let last = self.token(end - 1);
            let word = self.word(end - 1);
            let small = last.case == Case::Lower && (word.len() < 4 || word.ends_with("ly") || LEADS.contains(&word));
            // `its services and small, dear shops`
            let small = small
                || self.is(end - 1, &PARTS)
                || UNTRUE.contains(&word)
                || self.word(*end) == "," && matches!(self.word(end.max(&2) - 2), "and" | "or");
            let next = self.token(*end);
            // `Ash Wednesday`
            // `many members of the Holm council`
            let noun = || self.word(*end).len() > 3 && !self.is(*end, &PARTS) && self.parse.verb_at(*end).is_none();
            // `the pending Holm review`
            let tells = ["ern", "ing", "ive", "ous"].iter().any(|ending| word.ends_with(ending));
            let described = last.case == Case::Lower && (tells || matches!(word, "last" | "next" | "other"));
            let inside = next.kind == TokenKind::Word
                && if next.case == Case::Lower {
                    (strict || last.case != Case::Lower) && noun()
                } else {
                    last.case != Case::Lower || described
                };
            // `on January 8`, `in the fall of 2022`
            let is = |at: u32| matches!(self.word(at), "is" | "was" | "are" | "were" | "be" | "been");
            // `is a replacement for …`
            let article = matches!(self.word(end.max(&2) - 2), "a" | "an" | "the");
            let what = self.word(*end) == "for" && article && *end == verb + 2 && is(verb - 1);
            let more = next.kind == TokenKind::Number || self.word(*end) == "of" || what;
            // `the minister urged`: whom?
            // `but the minister was late`
            let more = more || self.parse.verbs.iter().any(|verb| verb.tokens.start <= *end && *end <= verb.tokens.end);
            let behind = end + u32::from(self.word(*end) == ",");
            let asked =
                behind < self.end && (UNTRUE.contains(&self.word(behind)) || ASKED.contains(&self.word(behind)));
            let comma = self.word(*end) == "," && self.is_listed(behind);
            // `the bakers face a strike`, `gave the guild a list`
            let more =
                more || strict && matches!(self.word(*end), "a" | "an" | "the" | "his" | "her" | "its" | "their");
            let more = more || matches!(self.word(*end), ";" | ":") || asked || comma || self.is_unsaid(*end);
            let parted = next.space_before || matches!(self.word(*end), "," | ";" | ":");
            // `called it “a shame” in a letter`
            let closed = matches!(word, "\"" | "”") && parts(end) && !self.is_amid_quote(*end);
            parted && !inside && !more && (last.kind == TokenKind::Word || closed) && !small
        };
        let ends = |end: &u32| whole(end, false);
        let apart = |end: &u32| ends(end) && !self.is_amid_quote(*end);
        let best = within(MOST).filter(|end| self.len(*end) >= WORDS && parts(end) && apart(end)).last();
        let best = best.or_else(|| within(MOST).filter(apart).last()).or_else(|| within(LONG).find(apart));
        let best = best.or_else(|| within(MOST).filter(ends).last()).or_else(|| within(LONG).find(ends));
        // `gave a list to the council that names 200`
        let relative = |end: &u32| {
            let last = self.token(end - 1);
            let tells = self.word(*end) == "that" && self.parse.verb_at(end + 1).is_some();
            tells && last.kind == TokenKind::Word && self.parse.verb_at(end - 1).is_none()
        };
        let best = best.or_else(|| within(MOST).filter(relative).last());
        let best = best.or_else(|| within(MOST).last()).unwrap_or(verb);
        // `will sue a careless | miller of Tolk`: as far as the noun goes, else up to where another ends.
        if best >= self.end || whole(&best, true) {
            return best;
        }
        let mut on = within(LONG).skip_while(|end| *end <= best);
        let amid = self.is_amid_quote(best);
        let on = on.find(|end| whole(end, true) && (amid || !self.is_amid_quote(*end)));
        let back = || {
            let ends = |end: &u32| self.len(*end) >= WORDS && parts(end) && whole(end, true);
            within(self.len(best)).filter(ends).last()
        };
        on.or_else(back).unwrap_or(best)
    }
}

#[cfg(test)]
mod tests;
