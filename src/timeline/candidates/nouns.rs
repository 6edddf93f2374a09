//! Noun phrases that name an event: with words of time of their own, or known by their name.

use super::described::Described;
use super::{Candidate, MANY, Reader, is_capital};
use crate::TokenRange;
use crate::analysis::Certainty;
use crate::document::{Case, TokenKind, sort_by_key};
use crate::grammar::{ClauseKind, VerbTense};
use crate::time::{Anchor, Timex, is_appointment};
use crate::timeline::attach::Hold;
use crate::timeline::dates::dated;
use crate::timeline::lexicon::{Group, Sense};
use crate::timeline::parts::Whole;
use crate::timeline::sides::Sides;
use crate::timeline::{Dated, when};

impl Reader<'_> {
    /// Noun phrases with a date of their own, and well-known events that are named.
    pub(super) fn nouns(&self, held: &[Hold], out: &mut Vec<Candidate>) {
        let first = out.len();
        for (timex, hold) in self.timexes.iter().zip(held) {
            if let Hold::Noun { phrase, head } = hold
                && !self.is_called_off(phrase)
                && !self.is_ahead_of_itself(phrase, timex)
                && !self.is_supposed(phrase, timex)
                && !self.is_every_year(phrase.start, *head, timex)
                && let Some(dated) = dated(self.doc, timex)
                && !self.is_anchored(*phrase)
                // `Next year's race starts on 2 April`
                && !out.iter().rev().take_while(|c| c.sentence == self.number as u32).any(|c| {
                    let day = c.dated.as_ref().filter(|d| !dated.date.is_empty() && d.date.len() > dated.date.len());
                    c.tokens.start == phrase.start && day.is_some_and(|day| day.date.starts_with(&dated.date))
                })
            {
                let quoted = self.is_quoted(phrase.start) && self.is_quoted(phrase.end - 1);
                let spoken = if quoted { self.spoken_in(timex) } else { None };
                let ahead = self.lies_ahead(*phrase, *head, &dated);
                let phrase = self.with_series(self.with_planned(self.without_that(*phrase)));
                let phrase = self.with_whom(self.with_respectively(phrase), timex);
                // `Monday's deadline` alone says nothing.
                let Some(phrase) = self.with_purpose(phrase, *head) else { continue };
                let subject = self.doer_of_noun(*head).filter(|_| phrase.start == *head);
                let whole = self.with_clause(phrase, *head, ahead);
                let described = self.described(phrase, *head);
                self.take_over(&whole, &described, &dated, out);
                out.push(Candidate {
                    quoted: spoken.is_some(),
                    spoken,
                    ahead,
                    subject,
                    whole,
                    ..self.noun(described.phrase, *head, dated)
                });
            }
        }
        for anchor in self.anchors.iter().filter(|a| !self.is_likened(a) && !self.is_bound(a) && !self.is_part(a)) {
            // `the attacks of September 11, 2001`: the year is said too.
            let over = |t: &&Timex| t.tokens.start < anchor.tokens.end && t.tokens.end > anchor.tokens.end;
            if let Some(timex) = self.timexes.iter().take(MANY).find(over)
                && let Some(dated) = dated(self.doc, timex).filter(|d| d.date == anchor.date)
            {
                let whole = TokenRange::new(anchor.tokens.start, timex.tokens.end);
                out.push(self.noun(whole, anchor.tokens.end - 1, dated));
                continue;
            }
            // `the Gulf War in 1991`: what the text says goes before the day on which it is known to have ended.
            let lasting = anchor.tokens.range().any(|at| {
                matches!(
                    self.doc.word(at),
                    "War" | "Revolution" | "Rebellion" | "Uprising" | "Famine" | "Depression" | "Blitz"
                )
            });
            let behind =
                |t: &&Timex| lasting && t.tokens.start == anchor.tokens.end + 1 && self.word(anchor.tokens.end) == "in";
            if let Some((timex, _)) = self.timexes.iter().zip(held).take(MANY).find(|(t, _)| behind(t))
                && let Some(dated) = dated(self.doc, timex).filter(|d| when::is_near(&anchor.date, &d.date, 0))
            {
                let whole = TokenRange::new(anchor.tokens.start, timex.tokens.end);
                out.push(self.noun(whole, anchor.tokens.end - 1, dated));
                continue;
            }
            let dated =
                Dated { date: anchor.date.clone(), certainty: Certainty::Inferred, because: anchor.because.clone() };
            let (phrase, head) = (self.with_lead_words(anchor.tokens), anchor.tokens.end - 1);
            // `the October 1 York bombings` were not those of another day.
            let within = |t: &&Timex| phrase.start <= t.tokens.start && t.tokens.end <= anchor.tokens.start;
            let given = self.timexes.iter().take(MANY).find(within).and_then(|t| t.date.as_deref());
            let alike = |given: &str| when::is_near(given, &anchor.date, 0) || when::is_near(&anchor.date, given, 0);
            if given.is_some_and(|given| !given.is_empty() && !alike(given)) {
                continue;
            }
            let whole = self.with_clause(phrase, head, false).filter(|whole| self.is_of_known(whole, phrase));
            let described = self.described(phrase, head);
            self.take_over(&whole, &described, &dated, out);
            out.push(Candidate { whole, ..self.noun(described.phrase, head, dated) });
        }
        sort_by_key(&mut out[first..], |c| c.tokens.order());
    }

    /// Hides what is told with a noun of the date `dated`: `took power in a 1980 coup` and `that killed nine` are not of the story's
    /// day.
    fn take_over(&self, whole: &Option<Whole>, described: &Described, dated: &Dated, out: &mut [Candidate]) {
        let here = out.iter_mut().rev().take_while(|c| c.sentence == self.number as u32);
        for c in here.filter(|c| c.tense.is_some()) {
            let around = whole.as_ref().is_some_and(|whole| whole.main == c.main) && c.dated.is_none();
            let did = described.did == Some(c.main) && c.dated.as_ref().is_none_or(|d| d.date == dated.date);
            c.hidden |= around || did;
        }
    }

    /// `alleged that last month's vote was flawed`: without the word that leads to the clause.
    fn without_that(&self, phrase: TokenRange) -> TokenRange {
        let timed = self.timexes.iter().take(MANY).any(|t| t.tokens.start == phrase.start + 1);
        let named = is_capital(self.doc, phrase.start + 1);
        let leads = self.word(phrase.start) == "that" && (timed || named) && phrase.len() > 2;
        TokenRange::new(phrase.start + u32::from(leads), phrase.end)
    }

    /// `a wave of New Year bombings`: with how many there were.
    fn with_series(&self, phrase: TokenRange) -> TokenRange {
        let first = self.doc.sentences[self.number].tokens.start;
        let series = phrase.start >= first + 2
            && self.word(phrase.start - 1) == "of"
            && self.is_of(phrase.start - 2, Group::Series)
            && !self.sense(phrase.start).is(Sense::DETERMINER);
        if !series {
            return phrase;
        }
        let the = phrase.start > first + 2 && self.sense(phrase.start - 3).is(Sense::DETERMINER);
        TokenRange::new(phrase.start - 2 - u32::from(the), phrase.end)
    }

    /// `the 1995 Dayton Accords`, `last year's deadly Madrid bombings`: the name of a known event with the words of its phrase
    /// before it. Not `the effect Hurricane Katrina had`.
    fn with_lead_words(&self, name: TokenRange) -> TokenRange {
        let clause = self.parse.clause_of(name.start);
        // Not `two days after the war`, of which the name is a part.
        let before = |t: &&Timex| t.tokens.end <= name.start;
        let timexes = self.timexes.iter().take(MANY).filter(before);
        let timed = |at: u32| timexes.clone().any(|t| t.tokens.range().contains(&(at as usize)));
        let leads = |at: u32| {
            let part = is_capital(self.doc, at) || timed(at) || self.is_of(at, Group::Graded);
            part && !self.is_mark(at) || matches!(self.word(at), "'s" | "’s" | "-" | "led")
        };
        let owner = |at: u32| matches!(self.word(at), "'s" | "’s");
        let mut start = name.start;
        while start > 0 && name.start - start < 6 && (owner(start) || !self.sense(start).is(Sense::DETERMINER)) {
            let at = start - 1;
            let the = matches!(self.lower(at).as_ref(), "the" | "a" | "an" | "its" | "their" | "his" | "her");
            let own = self.parse.clause_of(at) == clause && self.anchor(TokenRange::new(at, at + 1)).is_none();
            let noun = owner(start) && self.doc.tokens[at as usize].kind == TokenKind::Word;
            if !own || !(leads(at) || the || noun) {
                break;
            }
            start = at;
        }
        // `’s surrender`, `, In` and other halves; `the U.S-led`, cut at its mark
        let half = |at: u32| self.is_mark(at) || self.sense(at).is(Sense::STOP.without(Sense::DETERMINER)) || owner(at);
        while start < name.start && half(start) {
            start += 1;
        }
        let broken = start > 0 && !self.doc.tokens[start as usize].space_before && self.is_mark(start - 1);
        let start = if broken { name.start } else { start };
        TokenRange::new(start, name.end)
    }

    /// `is prone to storms between June and November`: what comes round every year.
    fn is_every_year(&self, start: u32, head: u32, timex: &Timex) -> bool {
        let verb = self.parse.clause_of(start).and_then(|c| self.verb(c));
        let now = verb.is_some_and(|v| v.tense == VerbTense::Present && v.main < start);
        let year = timex.tokens.range().any(|at| {
            let token = &self.doc.tokens[at];
            token.kind == TokenKind::Number && token.span.len() == 4
                || matches!(self.doc.word(at), "this" | "next" | "last" | "the" | "later" | "earlier")
        });
        let months = timex.date.as_deref().is_some_and(|d| d.contains('/') && when::grain(d) == 3);
        let bare = !self.sense(start).is(Sense::DETERMINER) && head < start + 4 && self.word(head).ends_with('s');
        now && bare && months && !year
    }

    /// `votes on the planned 2005 withdrawal`: with the word that says it has not happened yet.
    fn with_planned(&self, phrase: TokenRange) -> TokenRange {
        let first = self.doc.sentences[self.number].tokens.start;
        let before = phrase.start.checked_sub(1).filter(|&at| at >= first);
        let Some(at) = before.filter(|&at| self.is_of(at, Group::Coming)) else {
            return phrase;
        };
        let the = at > first && self.sense(at - 1).is(Sense::DETERMINER);
        TokenRange::new(at - u32::from(the), phrase.end)
    }

    /// `a meeting on Sunday with Prime Minister Ann Lee`: with the names behind the words of time.
    fn with_whom(&self, phrase: TokenRange, timex: &Timex) -> TokenRange {
        let last = self.doc.sentences[self.number].tokens.end;
        let with = phrase.end + 1 < last && phrase.end == timex.tokens.end && self.word(phrase.end) == "with";
        let name = |at: &u32| is_capital(self.doc, *at) && !self.sense(*at).is(Sense::DAY.with(Sense::MONTH));
        let joined = |at: &u32| name(at) || self.word(*at) == "and" && *at + 1 < last && name(&(at + 1));
        let names = (phrase.end + 1..last.min(phrase.end + 12)).take_while(joined).count() as u32;
        let end = phrase.end + 1 + names;
        // `with West African leaders`
        let plain = |at: &u32| {
            !self.is_mark(*at)
                && !self.sense(*at).is(Sense::STOP.with(Sense::PREPOSITION))
                && self.parse.verb_at(*at).is_none()
        };
        let end = end + (end..last.min(end + 3)).take_while(plain).count() as u32;
        let owner = (phrase.end + 1..end).any(|at| matches!(self.word(at), "'s" | "’s"));
        let whole = with && names > 0 && name(&(phrase.end + 1)) && !owner;
        if whole { TokenRange::new(phrase.start, end) } else { phrase }
    }

    /// `the 15 August deadline for naming a mayor`: with what it is the deadline for.
    fn with_purpose(&self, phrase: TokenRange, head: u32) -> Option<TokenRange> {
        let last = self.doc.sentences[self.number].tokens.end.min(phrase.end + 14);
        if !matches!(self.word(head), "deadline" | "deadlines") || phrase.end > head + 1 {
            return Some(phrase);
        }
        if phrase.end + 1 >= last || !matches!(self.word(phrase.end), "for" | "to") {
            return None;
        }
        let ends = |at: &u32| {
            let tensed = self.parse.verb_at(*at).is_some_and(|v| v.tense != VerbTense::None);
            self.is_mark(*at)
                || tensed
                || matches!(self.word(*at), "and" | "but" | "if" | "that" | "when" | "where" | "which" | "who")
        };
        let end = (phrase.end + 1..last).find(ends).filter(|&at| at > phrase.end + 2)?;
        Some(TokenRange::new(phrase.start, end))
    }

    /// `operations on knee and hip in 1999 and 2001 respectively`: which was when is only told by all of it.
    fn with_respectively(&self, phrase: TokenRange) -> TokenRange {
        let last = self.doc.sentences[self.number].tokens.end;
        let number = |at: u32| self.doc.tokens[at as usize].kind == TokenKind::Number;
        let between = |at: &u32| {
            let sense = self.sense(*at);
            number(*at)
                || matches!(self.word(*at), "and" | ",")
                || sense.is(Sense::PREPOSITION.with(Sense::MONTH).with(Sense::DAY))
        };
        let near = phrase.end..last.min(phrase.end + 12);
        let end = phrase.end + near.into_iter().take_while(between).count() as u32;
        let whole = end < last && self.word(end) == "respectively";
        if whole { TokenRange::new(phrase.start, end + 1) } else { phrase }
    }

    /// True where a noun that people fix a day for lies ahead by the words around it: `ahead of Sunday's election`, `is
    /// standing in Sunday's election`, `could derail the 30 January election`. Where nothing says so it is taken as past.
    fn lies_ahead(&self, phrase: TokenRange, head: u32, dated: &Dated) -> bool {
        let first = self.doc.sentences[self.number].tokens.start;
        let back = |n: u32| phrase.start.checked_sub(n).filter(|&at| at >= first);
        let word = |n: u32| back(n).map_or("", |at| self.word(at));
        let lead = word(1);
        // A year is of no news: `split ahead of the 2004 election`.
        let open = dated.date.is_empty();
        let coming = matches!(
            (word(2), lead),
            ("ahead" | "Ahead" | "out", "of")
                | ("run-up" | "runup" | "up" | "countdown", "to")
                | (
                    "preparations" | "candidate" | "candidates" | "contender" | "hopeful" | "favourite" | "favorite",
                    "for" | "in"
                )
        );
        if open && coming {
            return true;
        }
        // `before the Friday deadline for a vote`, not `missed a Friday deadline for it`
        if open && matches!(self.word(head), "deadline" | "deadlines") {
            let passed = [
                "after", "defied", "extended", "failed", "failing", "failure", "ignored", "ignoring", "missed",
                "missing", "past", "since",
            ];
            return !(1..=8).any(|back| passed.contains(&word(back)));
        }
        let over = matches!(lead, "after" | "following" | "since" | "from" | "despite" | "of" | "After" | "Following")
            // `of rigging the vote last June`
            || phrase.range().any(|at| matches!(self.doc.word(at), "last" | "previous"));
        if over || !open || !is_appointment(self.doc, head) {
            return false;
        }
        let mut clause = self.parse.clause_of(phrase.start);
        let mut untensed = false;
        for _ in 0..4 {
            let Some(number) = clause else { return false };
            let Some(verb) = self.verb(number) else { return false };
            if verb.main > phrase.start {
                return false;
            }
            // `is celebrating a win in Sunday's election`, `is recovering from a fall in it`, `could annul it`
            let passed = |at: u32| self.is_of(at, Group::Aftermath);
            if (verb.main..phrase.start).rev().take(16).any(passed) {
                return false;
            }
            let sense = self.sense(verb.main);
            let told = Sense::SAY.with(Sense::ACT).with(Sense::ABOUT).with(Sense::CONTEST);
            match verb.tense {
                VerbTense::None => untensed = true,
                VerbTense::Future => return true,
                VerbTense::Modal => return !verb.tokens.range().any(|at| self.doc.word(at) == "have"),
                // `hopes to win Sunday's election`, `is running in it`, `fear fraud in it`; not `praise Sunday's election`
                VerbTense::Present => {
                    let beside = matches!(
                        self.word(verb.main),
                        "follow" | "follows" | "mark" | "marks" | "reflect" | "reflects"
                    );
                    return !beside && (untensed || !sense.is(told) || sense.is(Sense::PLAN));
                }
                // `urged them to vote in Sunday's election`, `prepared for it`
                VerbTense::Past | VerbTense::PresentPerfect | VerbTense::PastPerfect => {
                    let readied = self.is_of(verb.main, Group::Readied);
                    let meant =
                        matches!(self.word(verb.main), "vowed" | "pledged" | "promised" | "threatened" | "prepared");
                    return !untensed && readied && lead == "for"
                        || untensed && (sense.is(Sense::PLAN.with(Sense::BIDDING)) || meant)
                        || meant && lead == "before";
                }
            }
            clause = self.parent(number);
        }
        false
    }

    /// `called it “India's 9/11”`, `a second Pearl Harbor`: not that event.
    fn is_likened(&self, anchor: &Anchor) -> bool {
        let start = anchor.tokens.start;
        let Some(before) = start.checked_sub(1).filter(|&at| self.parse.clause_of(at).is_some()) else { return false };
        match self.word(before) {
            "'s" | "’s" => self.is_quoted(start) && self.is_quoted(before),
            "another" => true,
            "second" | "new" => before > 0 && matches!(self.word(before - 1), "a" | "A" | "our" | "their"),
            _ => false,
        }
    }

    /// `the Maastricht Treaty criteria`: said of another noun.
    fn is_part(&self, anchor: &Anchor) -> bool {
        let at = anchor.tokens.end;
        let last = self.doc.sentences[self.number].tokens.end;
        at < last
            && self.doc.tokens[at as usize].kind == TokenKind::Word
            && self.doc.tokens[at as usize].case == Case::Lower
            && !self.word(at).ends_with("ly")
            && self.parse.verb_at(at).is_none()
            && !self.sense(at).is(Sense::STOP.with(Sense::EVENT))
            // Not `exploded at the embassies in the Kenyan and Tanzanian capitals`.
            && !anchor.tokens.range().any(|at| self.sense(at as u32).is(Sense::PREPOSITION))
            && !self.timexes.iter().take(MANY).any(|t| t.tokens.start == at)
    }

    /// `the first win since the Second World War`: only a bound.
    fn is_bound(&self, anchor: &Anchor) -> bool {
        let the = u32::from(anchor.tokens.start > 0 && self.word(anchor.tokens.start - 1) == "the");
        let before = anchor.tokens.start.checked_sub(1 + the).filter(|&at| self.parse.clause_of(at).is_some());
        // Not `since the end of the war`, which is one event.
        let has = |word: &str| anchor.tokens.range().any(|at| self.doc.word(at) == word);
        // `its lowest since the 2008 financial crisis`
        let edge = ["end", "start", "close", "outbreak"].iter().any(|word| has(word));
        // `the 1967 war`, `the Gulf War in 1991`
        let end = anchor.tokens.end;
        let led = self.parse.clause_of(end).is_some() && matches!(self.word(end), "in" | "of" | "(");
        let behind = (end as usize + if led { 2 } else { 0 }).min(self.doc.tokens.len());
        let mut told = self.doc.tokens[anchor.tokens.start as usize..behind].iter();
        let year = told.any(|token| token.kind == TokenKind::Number);
        let war = (has("War") || has("war")) && !edge;
        before.is_some_and(|at| {
            let bound = matches!(self.word(at), "since" | "Since" | "before" | "until");
            // `fought in the Second World War`, `built after it`: when something else was.
            war && (bound || !year && self.sense(at).is(Sense::PREPOSITION)) || bound && has("crisis")
        })
    }

    pub(in crate::timeline) fn noun(&self, phrase: TokenRange, head: u32, dated: Dated) -> Candidate {
        Candidate {
            sentence: self.number as u32,
            block: self.doc.sentences[self.number].block,
            tokens: phrase,
            subject: None,
            own: vec![phrase],
            main: head,
            tense: None,
            sense: if self.sense(head).is(Sense::DISASTER) { Sense::EVENT.with(Sense::DISASTER) } else { Sense::EVENT },
            kind: ClauseKind::Main,
            sides: Sides::default(),
            quoted: false,
            hour: false,
            play: false,
            hour_of: None,
            personal: false,
            said: false,
            with: None,
            dated: Some(dated),
            earlier: false,
            elsewhen: false,
            running: false,
            onward: false,
            aside: false,
            court: false,
            dead: None,
            subject_word: 0,
            spoken: None,
            saying: None,
            ahead: false,
            hidden: false,
            under: None,
            counted: None,
            back: None,
            whole: None,
            owner: self.owner(phrase),
            told_by: None,
            cites: None,
        }
    }
}
