//! An act of saying and what was said: which of the two an entry shows.
//!
//! Absent here: what is no event because it is only said ([`reality`](super::reality)), and who said it
//! ([`claims`](super::claims)).

use super::candidates::{Candidate, FAR, MANY, Reader, is_capital};
use super::lexicon::{Group, Sense, is_of};
use super::when;
use super::{Dated, attach};
use crate::TokenRange;
use crate::analysis::Certainty;
use crate::document::{Document, TokenKind};
use crate::grammar::{Clause, ClauseKind, VerbGroup, VerbTense};
use crate::time::Timex;

impl Reader<'_> {
    /// The clause that holds what was said, where an act of saying ends the sentence: `…, the mayor announced on Monday`.
    pub(super) fn is_said_behind(&self, clause: usize, verb: &VerbGroup, sense: Sense) -> Option<usize> {
        let this = &self.parse.clauses[clause];
        if clause == 0
            || this.kind != ClauseKind::Main
            || !sense.is(Sense::SAY)
            || !sense.is(Sense::ACT)
            || verb.passive
        {
            return None;
        }
        let end = this.tokens.end.min(verb.main + FAR);
        let timed = |at: u32| self.timexes.iter().take(MANY).any(|t| t.tokens.range().contains(&(at as usize)));
        let bare =
            (verb.main + 1..end).all(|at| self.is_mark(at) || timed(at) || self.sense(at).is(Sense::PREPOSITION));
        let first = &self.parse.clauses[0];
        (bare && first.tokens.end <= this.tokens.start && first.verb.is_some()).then_some(0)
    }

    /// `researchers said on Wednesday`, with nothing that was said, or only a quotation: no event.
    pub(super) fn is_only_said(&self, clause: usize, verb: &VerbGroup, sense: Sense, dated: bool) -> bool {
        // `It has been reported that …`, not `It was announced on Sunday that …`, `It was called off`
        let impersonal = verb.tokens.start > 0 && self.word(verb.tokens.start - 1).eq_ignore_ascii_case("it");
        let says = self.sense(verb.main);
        if impersonal && verb.passive && says.is(Sense::SAY) && !says.is(Sense::BARE) && !self.cancels(verb) {
            let told = (verb.main + 1..self.shown(clause).end.min(verb.main + FAR)).any(|at| self.word(at) == "that");
            return !(told && dated && says.is(Sense::ACT) && verb.tense == VerbTense::Past);
        }
        // `“…,” Ann Lee, 38, told the paper on Friday`, which reads like a participle behind her age.
        let aged = verb.main.checked_sub(2).filter(|&at| self.word(at + 1) == "," && attach::is_counted(self.doc, at));
        if aged.is_some() && says.is(Sense::SAY) && verb.tense == VerbTense::None && self.quoted.iter().any(|q| *q) {
            return true;
        }
        // `an official who spoke to reporters today`: who says it.
        let source = self.parse.clauses[clause].kind == ClauseKind::Relative
            && matches!(self.word(verb.main), "spoke" | "speaks" | "spoken" | "speaking");
        if source {
            return true;
        }
        // `was quoted in the release as saying`: what was said is left out.
        if verb.passive && says.is(Sense::SAY) {
            let shown_end = self.shown(clause).end;
            let empty = |c: &Clause| {
                c.parent == Some(clause as u32)
                    && c.tokens.start >= shown_end
                    && self.word(c.tokens.start) == "as"
                    && c.verb
                        .is_some_and(|v| matches!(self.word(self.parse.verbs[v as usize].main), "saying" | "telling"))
            };
            if self.parse.clauses.iter().any(empty) {
                return true;
            }
        }
        let told = matches!(verb.tense, VerbTense::Past | VerbTense::Present);
        if !told || !sense.is(Sense::SAY) || sense.is(Sense::ACT) || verb.passive {
            return false;
        }
        // A quotation alone is no event.
        let content = |c: &Clause| {
            let inside = c.kind == ClauseKind::Content && c.parent == Some(clause as u32);
            inside && (!self.is_quoted(c.tokens.start) || self.is_quoted(verb.main))
        };
        if self.parse.clauses.iter().skip(clause + 1).take(8).any(content) {
            return false;
        }
        // `wrote to him yesterday that “…”`, `praised the paper as “…”`: done to somebody on a day of its own.
        let object = |at: u32| self.sense(at).is(Sense::DETERMINER) || is_capital(self.doc, at);
        let done = match self.word(verb.main) {
            "praised" | "criticised" | "criticized" | "condemned" | "denounced" | "confirmed" | "acknowledged"
            | "rejected" | "denied" | "urged" => object(verb.main + 1),
            "wrote" => self.behind(verb, 1) == "to" && object(verb.main + 2),
            _ => false,
        };
        // Not `wrote to him on Monday, saying “…”`.
        let content = || {
            let mut behind = verb.tokens.end..self.doc.sentences[self.number].tokens.end;
            let quote = behind.find(|&at| self.is_quoted(at)).map_or("", |at| self.word(at - 1));
            matches!(quote, "," | ":" | "saying" | "adding")
        };
        if dated && done && !self.is_quoted(verb.main) && (self.word(verb.main) != "wrote" || !content()) {
            return false;
        }
        if dated && self.tells_more(clause, verb) {
            return false;
        }
        if self.quoted.iter().any(|q| *q) {
            return true;
        }
        // `admitted in 2016 to paying bribes`, `admitted paying bribes in 2016`
        let deed = |c: &Clause| {
            let to = c.kind == ClauseKind::Infinitive
                && self.word(c.tokens.start) == "to"
                && self.word(c.tokens.start + 1).ends_with("ing");
            let bare = c.kind == ClauseKind::Participial
                && c.tokens.start == verb.main + 1
                && self.word(verb.main) == "admitted"
                && self.word(c.tokens.start).ends_with("ing");
            c.parent == Some(clause as u32) && (to || bare)
        };
        if dated && self.parse.clauses.iter().skip(clause + 1).take(4).any(deed) {
            return false;
        }
        let end = self.parse.clauses[clause].tokens.end.min(verb.main + FAR);
        let timed = |at: u32| self.timexes.iter().any(|t| t.tokens.range().contains(&(at as usize)));
        (verb.main + 1..end)
            .filter(|&at| self.parse.clause_of(at) == Some(clause))
            .all(|at| self.is_mark(at) || timed(at) || self.sense(at).is(Sense::PREPOSITION))
    }

    /// `On Monday she called the plan “a good start”`, `said on Monday a “huge gap” remains`: what was said on a day of its own, of
    /// which a few words are quoted.
    fn tells_more(&self, clause: usize, verb: &VerbGroup) -> bool {
        let bare = matches!(self.word(verb.main), "spoke" | "speaking" | "talked" | "replied" | "responded");
        let relative = matches!(self.parse.clauses[clause].kind, ClauseKind::Relative | ClauseKind::Subordinate);
        let day = |t: &Timex| {
            let fine = t.date.as_deref().map_or(t.value.is_empty(), |date| when::grain(date) >= 3);
            fine && self.parse.clause_of(t.tokens.start) == Some(clause)
        };
        if bare || relative || self.is_quoted(verb.main) || !self.timexes.iter().take(MANY).any(day) {
            return false;
        }
        let timed = |at: u32| self.timexes.iter().take(MANY).any(|t| t.tokens.range().contains(&(at as usize)));
        let end = self.doc.sentences[self.number].tokens.end.min(verb.main + FAR / 2);
        let parts = |at: u32| {
            self.is_quoted(at) || matches!(self.word(at), "," | ":" | ";" | "—" | "–" | "(") && !timed(at - 1)
        };
        let stop = (verb.main + 1..end).find(|&at| parts(at)).unwrap_or(end);
        // `“It is safe,” she told a crowd of teachers on Monday`, `said of the vote on Monday, “It was fair”`
        let before = (self.doc.sentences[self.number].tokens.start..verb.main).any(|at| self.is_quoted(at));
        let whole = stop + 1 < end && matches!(self.word(stop), "," | ":") && self.is_quoted(stop + 1);
        // `described the move as “a tax”`, of which only the first half is shown.
        let half = self.behind_shown(clause) == "as";
        let word = |at: &u32| {
            self.doc.tokens[*at as usize].kind == TokenKind::Word
                && !timed(*at)
                && self.word(*at) != "that"
                && !self.sense(*at).is(Sense::PREPOSITION.with(Sense::DETERMINER))
        };
        let said = || (verb.main + 1..stop).filter(word);
        // `said on Monday as she left`
        let led = said().next().is_some_and(|at| self.sense(at).is(Sense::LEADING));
        !before && !whole && !half && !led && said().take(3).count() == 3
    }

    /// The word behind what is shown of a clause.
    fn behind_shown(&self, clause: usize) -> &str {
        let end = self.shown(clause).end;
        if end < self.doc.sentences[self.number].tokens.end { self.word(end) } else { "" }
    }

    /// `according to a statement issued on Tuesday`: where it is from. Not `according to police, it burned`.
    pub(super) fn is_source(&self, clause: usize) -> bool {
        let Some(verb) = self.verb(clause).filter(|v| matches!(v.tense, VerbTense::None | VerbTense::Past)) else {
            return false;
        };
        let first = self.doc.sentences[self.number].tokens.start;
        let start = verb.tokens.start.saturating_sub(8).max(first);
        let mut before = (start..verb.tokens.end).rev().take_while(|&at| !self.is_mark(at));
        self.parse.clauses[clause].tokens.start >= start
            && before.any(|at| self.word(at).eq_ignore_ascii_case("according"))
    }

    /// The same of what was put out: its day is when it says so.
    fn is_paper(&self, clause: usize, verb: &VerbGroup) -> bool {
        let filed = matches!(self.word(verb.main), "filed" | "lodged" | "unsealed");
        let issued = filed || self.is_of(verb.main, Group::Shown) || self.is_of(verb.main, Group::Issued);
        issued && self.is_source(clause)
    }

    /// `released a statement and said`, `spoke to explain it, saying`: the end of the words without a saying that nothing
    /// follows, because what was said is left out. `inside`: the clauses that belong to them.
    pub(super) fn before_empty_saying(&self, range: TokenRange, inside: &[usize]) -> u32 {
        let mut end = range.end;
        for &clause in inside.iter().rev() {
            let Some(verb) = self.verb(clause).filter(|v| self.sense(v.main).is(Sense::SAY)) else { continue };
            let start = self.parse.clauses[clause].tokens.start;
            let bare = (verb.main + 1..end).all(|at| self.is_mark(at));
            // `has until Friday to reply`
            let due = start > 0
                && self.timexes.iter().take(MANY).any(|t| t.tokens.end == start)
                && self.parse.clauses[clause].kind == ClauseKind::Infinitive;
            // `refused to concede`
            let outer = self.parent(clause).and_then(|p| self.verb(p));
            let meant =
                outer.is_some_and(|v| v.main + 1 == start && self.sense(v.main).is(Sense::UNREAL.with(Sense::PLAN)));
            if !due && !meant && start > range.start + 1 && verb.main < end && bare && end - verb.main < 4 {
                end = start;
            }
        }
        end
    }

    /// `said that the closure was justified`: what somebody thinks of it, which is no event.
    pub(super) fn only_judges(&self, clause: usize, verb: &VerbGroup) -> bool {
        let judges =
            matches!(self.word(verb.main), "deserved" | "intended" | "justified" | "meant" | "needed" | "warranted");
        judges && verb.passive && self.is_said(clause)
    }

    /// `By the time crews arrived`: only when something else was.
    pub(super) fn is_by_the_time(&self, at: u32) -> bool {
        let word = |more: u32| self.doc.tokens.get((at + more) as usize).map_or("", |_| self.word(at + more));
        word(0).eq_ignore_ascii_case("by") && word(1) == "the" && word(2) == "time"
    }

    /// `…, the owners said on Thursday, as both reported a loss`: where who says so ends, before what else went on.
    pub(super) fn before_aside(&self, verb: &VerbGroup, sense: Sense, shown: TokenRange) -> u32 {
        let first = self.doc.sentences[self.number].tokens.start;
        let tag = sense.is(Sense::SAY) && shown.start > first + 1 && self.word(shown.start - 1) == ",";
        let aside = |at: &u32| self.word(*at) == "," && matches!(self.word(at + 1), "after" | "amid" | "as" | "while");
        let near = verb.tokens.end..shown.end.saturating_sub(1).min(verb.tokens.end + 6);
        near.into_iter().find(|at| tag && !verb.passive && aside(at)).unwrap_or(shown.end)
    }

    /// `The ministry announced on Monday`, `The announcement on Monday came`: nothing of what was said.
    pub(super) fn says_only_that(&self, verb: &VerbGroup, sense: Sense, shown: TokenRange) -> bool {
        if shown.len() >= FAR {
            return false;
        }
        let timed = |at: u32| self.timexes.iter().take(MANY).any(|t| t.tokens.range().contains(&(at as usize)));
        // `told reporters on Monday`
        let hearer = matches!(self.word(verb.main), "told" | "tells" | "informed" | "informs");
        let hearer = verb.main + 1..verb.main + 1 + if hearer { 3 } else { 0 };
        // `said on Monday in a statement in York`
        let within = (verb.tokens.end..shown.end.saturating_sub(2)).find(|&at| {
            let some = matches!(self.word(at + 1), "a" | "an" | "its" | "the");
            self.word(at) == "in" && some && self.sense(at + 2).is(Sense::MESSAGE)
        });
        let empty = |at: u32| {
            let heard = hearer.contains(&at) && self.parse.verb_at(at).is_none();
            let message = within.is_some_and(|w| at == w + 1 || at == w + 2 || at > w + 2 && is_capital(self.doc, at));
            let medium = self.word(at) == "via"
                || (at..shown.end.min(at + 3)).any(|at| self.is_of(at, Group::Medium))
                    && (self.is_of(at, Group::Medium) || self.is_of(at, Group::Owner) || self.word(at) == "social");
            self.is_mark(at) || timed(at) || heard || message || medium || self.sense(at).is(Sense::PREPOSITION)
        };
        let message = |at: u32| matches!(self.word(at), "announcement" | "statement" | "comments" | "remarks");
        let came = matches!(self.word(verb.main), "came" | "comes")
            && (shown.start..verb.tokens.start).any(message)
            && (shown.start..verb.tokens.start)
                .all(|at| empty(at) || message(at) || self.sense(at).is(Sense::DETERMINER));
        let told = !matches!(verb.tense, VerbTense::None | VerbTense::Future | VerbTense::Modal);
        // `…, it emerged on Monday`, `…, it was announced on Monday`
        let apart = shown.start > self.doc.sentences[self.number].tokens.start && self.is_mark(shown.start - 1);
        let it = || verb.tokens.start == shown.start + 1 && self.lower(shown.start) == "it";
        let announced = apart && verb.passive && self.sense(verb.main).is(Sense::SAY) && it();
        let heard = self.word(verb.main) == "heard" && !verb.passive || apart && self.brings_out(shown, verb);
        let said = (sense.is(Sense::SAY) && !verb.passive || announced || heard) && told;
        (said || came) && (verb.tokens.end..shown.end).all(empty)
    }

    /// `…, police reported`, `“We shall win,” he confessed`: who says the rest of the sentence, or what is quoted beside it.
    pub(super) fn only_tags(&self, clause: usize, verb: &VerbGroup, shown: TokenRange) -> bool {
        let this = &self.parse.clauses[clause];
        let sentence = self.doc.sentences[self.number].tokens;
        let before = this.tokens.start.checked_sub(1).filter(|&at| at >= sentence.start && self.is_mark(at));
        // The comma inside: not `Shouting “Long live York”, the man fled`.
        let closes = |at: u32| matches!(self.word(at), "”" | "\"") && matches!(self.word(at - 1), "," | "!" | "?");
        let spoken = before.is_some_and(|at| at > sentence.start && closes(at));
        let says = self.sense(verb.main).is(Sense::SAY);
        this.kind == ClauseKind::Main
            && before.is_some()
            && verb.main + 1 >= shown.end
            && !verb.passive
            && shown.len() < 7
            && (says || spoken)
    }

    /// `Nine new cases are likely, the agency said on Monday`, `A man has died, police said on Monday`, `He hid it, a court
    /// heard on Monday`: the clause that holds what was said, where it is no event of that day and has no other. `first`:
    /// what the outermost clause tells.
    pub(super) fn is_carried(
        &self,
        clause: usize,
        verb: &VerbGroup,
        sense: Sense,
        dated: Option<&Dated>,
        first: Option<&Candidate>,
    ) -> Option<usize> {
        let this = &self.parse.clauses[clause];
        // `Nine species are at risk, according to a study published on Monday`, `The firm lied, according to a lawsuit filed on Monday`
        let source = self.is_paper(clause, verb);
        let said = clause > 0
            && (source
                || this.kind == ClauseKind::Main
                    && verb.tense == VerbTense::Past
                    && self.says_only_that(verb, sense, this.tokens));
        // What a court hears was long before.
        let heard = self.word(verb.main) == "heard" || self.brings_out(this.tokens, verb);
        let earlier = |tense| matches!(tense, VerbTense::Past | VerbTense::PastPerfect) && heard;
        let outlook = |tense| matches!(tense, VerbTense::Present | VerbTense::Future | VerbTense::PresentPerfect);
        // `The suspect may have fled, police said on Sunday`
        let open = first.is_none().then(|| self.verb(0)).flatten().filter(|v| {
            let modal = v.tense == VerbTense::Modal && matches!(self.word(v.tokens.start), "may" | "might" | "could");
            modal && self.word(v.tokens.start + 1) == "have" && !self.is_quoted(v.main)
        });
        if open.is_some() && said && self.parse.clauses[0].tokens.end <= this.tokens.start {
            return dated.is_some_and(|d| when::is_day(&d.date)).then_some(0);
        }
        // What a paper says took place is of no day that the paper tells, and is shown as its word.
        let alleged = |tense| tense == VerbTense::Past && source && !self.is_found_by_study();
        let carries = |c: &&Candidate| c.tense.is_some_and(|t| outlook(t) || earlier(t) || alleged(t));
        let outlook = first.filter(|c| c.dated.is_none()).filter(carries)?;
        let before = outlook.tokens.end <= this.tokens.start && !outlook.quoted && !outlook.personal;
        (said && before && dated.is_some_and(|d| when::is_day(&d.date)) && !self.is_quoted(verb.main)).then_some(0)
    }

    /// Ties what was said to the saying. An act of saying keeps only its own words where what was said has its own date.
    pub(super) fn settle_sayings(&self, number: &[Option<usize>], out: &mut [Candidate]) {
        for (clause, child) in self.parse.clauses.iter().enumerate() {
            let (Some(said), Some(parent)) = (number[clause], child.parent) else { continue };
            let Some(saying) = number[parent as usize] else { continue };
            if child.kind == ClauseKind::Infinitive && out[saying].dated.is_none() && !self.is_deed(clause) {
                // `agreed to meet on Friday`: one entry, the meeting.
                out[saying].hidden = true;
            }
            if child.kind != ClauseKind::Content || out[said].tokens.start <= out[saying].main {
                continue;
            }
            out[said].saying = Some(saying);
            if out[saying].sense.is(Sense::ACT) && out[said].dated.is_some() {
                let end = child.tokens.start.max(out[saying].main + 1);
                let cut = self.trim(TokenRange::new(out[saying].tokens.start, end));
                // `The ministry announced on Monday` would say nothing.
                let verb = self.verb(parent as usize).copied();
                let date = |c: &Candidate| c.dated.as_ref().map(|d| d.date.clone()).filter(|d| !d.is_empty());
                if !verb.is_some_and(|v| self.says_only_that(&v, out[saying].sense, cut)) {
                    out[saying].tokens = cut;
                } else if date(&out[said]).is_some() && date(&out[said]) == date(&out[saying]) {
                    out[saying].hidden = true;
                }
            }
        }
    }
}

/// Hides nouns whose day a clause of the sentence tells more fully, and words put out that the clause passes on: `In a
/// statement issued on Tuesday, the firm said …`.
pub(super) fn hide_repeats(doc: &Document, timexes: &[Timex], out: &mut [Candidate], sentence: u32) {
    let start = out.partition_point(|c| c.sentence < sentence);
    let here = &mut out[start..];
    let full = |c: &&Candidate| {
        let said = c.dated.as_ref().is_some_and(|d| d.certainty != Certainty::Inferred && when::is_day(&d.date));
        said && !c.hidden && c.tense.is_some_and(|t| t != VerbTense::None)
    };
    let days: Vec<String> =
        here.iter().filter(full).filter_map(|c| Some(c.dated.as_ref()?.date.clone())).take(MANY).collect();
    // `will meet at next month’s summit`, `Monday’s summit was short` tell of the summit too.
    let clauses: Vec<(TokenRange, bool, String)> = here
        .iter()
        .filter(|c| !c.hidden && c.tense.is_some())
        .filter(|c| c.tense == Some(VerbTense::Future) || matches!(c.kind, ClauseKind::Main | ClauseKind::Participial))
        .filter_map(|c| Some((c.tokens, c.tense == Some(VerbTense::Future), c.dated.as_ref()?.date.clone())))
        .take(MANY)
        .collect();
    let inside = |c: &Candidate, date: &String| {
        clauses.iter().any(|(range, ahead, d)| {
            let holds = range.start <= c.tokens.start && c.tokens.end <= range.end;
            // `Next year’s fair will run from 18 to 22 May`
            let leads = range.start == c.tokens.start;
            holds
                && (d == date && (*ahead || leads)
                    || leads && *ahead && d.starts_with(date.as_str()) && !date.is_empty())
        })
    };
    // Where the article has no date: the clause around the noun has no other words of time.
    let undated: Vec<TokenRange> = here
        .iter()
        .filter(|c| !c.hidden && c.tense.is_some_and(|t| t != VerbTense::None))
        .filter(|c| c.dated.as_ref().is_some_and(|d| d.date.is_empty() && d.certainty != Certainty::Inferred))
        .map(|c| c.tokens)
        .take(MANY)
        .collect();
    let holds = |outer: &TokenRange, inner: TokenRange| outer.start <= inner.start && inner.end <= outer.end;
    let only = |noun: TokenRange| {
        undated.iter().any(|range| {
            holds(range, noun) && timexes.iter().take(MANY).filter(|t| holds(range, t.tokens)).count() == 1
        })
    };
    let repeats = |c: &&mut Candidate| {
        let put_out = c.tense == Some(VerbTense::None) && is_of(doc, c.main, Group::Shown);
        let bare = c.tense.is_none() || put_out;
        // A well-known event has its own name.
        let told = |d: &Dated| {
            days.contains(&d.date)
                || d.date.is_empty() && c.tense.is_none() && only(c.tokens)
                || c.tense.is_none() && inside(c, &d.date)
        };
        // `The 2004 flood that hit the town killed two`: at once.
        let part = |d: &Dated| {
            let holds = |range: &TokenRange| range.start == c.tokens.start && c.tokens.end < range.end;
            let aside = (c.tokens.start..c.main).take(MANY).any(|at| doc.word(at as usize) == ",");
            c.kind == ClauseKind::Relative
                && !aside
                && clauses.iter().any(|(range, _, date)| holds(range) && *date == d.date && !date.is_empty())
        };
        // `The Marshall Plan, signed in 1948`, which is known to the day
        let known = |d: &Dated| {
            let tells = |(range, _, date): &(TokenRange, bool, String)| {
                range.start == c.tokens.start
                    && (2..=3).contains(&when::grain(date))
                    && d.date.starts_with(date.as_str())
            };
            c.tense.is_none() && clauses.iter().any(tells)
        };
        let said = |d: &Dated| d.certainty != Certainty::Inferred;
        c.dated.as_ref().is_some_and(|d| bare && if said(d) { told(d) } else { known(d) } || part(d))
    };
    here.iter_mut().filter(repeats).for_each(|c| c.hidden = true);
}

/// Hides a saying where what was said stands on the timeline for itself: it happened, and it is known when. The act of
/// saying (`announced`) instead stands for what was said of the same day.
pub(super) fn hide_sayings(candidates: &mut [Candidate]) {
    for saying in 0..candidates.len() {
        let Some(quote) = candidates[saying].cites else { continue };
        let near = saying.saturating_sub(MANY)..candidates.len().min(saying + MANY);
        let tells = |c: &Candidate| {
            !c.hidden && c.dated.is_some() && c.cites.is_none() && quote.range().contains(&(c.main as usize))
        };
        let told = candidates[near].iter().any(tells);
        candidates[saying].hidden |= told;
    }
    for said in 0..candidates.len() {
        let Some(saying) = candidates[said].saying else { continue };
        let (this, by) = (&candidates[said], &candidates[saying]);
        let Some(dated) = &this.dated else { continue };
        // `told the inquest on Tuesday that she had called two days earlier`: of no day that anyone knows.
        let unplaced = dated.date.is_empty() && by.dated.as_ref().is_some_and(|d| when::is_day(&d.date));
        // `said on Saturday that a jet will land within hours`
        let soon = dated.because == attach::SOON;
        let unplaced = unplaced || soon && by.dated.as_ref().is_some_and(|d| d.certainty != Certainty::Inferred);
        if unplaced && !by.hidden && !by.sense.is(Sense::ACT) && by.tokens.end >= this.tokens.end {
            candidates[said].hidden = true;
            continue;
        }
        let inferred = dated.certainty == Certainty::Inferred;
        let happened = !matches!(this.tense, Some(VerbTense::Present)) && !this.sense.is(Sense::SAY);
        if by.sense.is(Sense::ACT) && by.dated.is_some() {
            candidates[said].hidden |= inferred;
        } else if by.sense.is(Sense::SAY) && (happened || !inferred) {
            candidates[saying].hidden = true;
        }
    }
}
