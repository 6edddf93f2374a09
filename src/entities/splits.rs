//! What the model ran together is parted: `Google and Amazon`, `Russia-China`, `Cisco sues Apple`. Absent here: where one
//! name begins and ends (`edges`).

use super::heads::heads_a_body;
use super::kinds::{is_body, is_listed_place};
use super::known;
use super::lexicon::class;
use super::reading::Reading;
use super::told::is_titled;
use super::vocabulary::Rule;
use crate::document::{BlockKind, Case, TokenKind};
use crate::{EntityKind, TokenRange};

/// `Russia-China` names two countries, `Google and Amazon` two companies, `Walmart, Uber` too.
pub(super) fn split(reading: Reading, tokens: TokenRange, kind: EntityKind) -> Vec<TokenRange> {
    let spaced = |at: u32| reading.token(at).is_some_and(|t| t.space_before);
    if let Some(at) = (tokens.start + 1..tokens.end.saturating_sub(1)).find(|at| parts(reading, *at, kind)) {
        let mut parts = vec![TokenRange::new(tokens.start, at)];
        parts.extend(split(reading, TokenRange::new(at + 1, tokens.end), kind));
        return parts;
    }
    // `Rovers 3-2 City`
    if let Some(at) = (tokens.start + 1..tokens.end.saturating_sub(2)).find(|at| is_score(reading, *at)) {
        let mut parts = vec![TokenRange::new(tokens.start, at)];
        if at + 3 < tokens.end {
            parts.extend(split(reading, TokenRange::new(at + 3, tokens.end), kind));
        }
        return parts;
    }
    // `ABC News Associated Press`: two that everybody knows, side by side.
    if kind == EntityKind::Organization
        && (3..7).contains(&tokens.len())
        && let Some(at) = (tokens.start + 1..tokens.end).find(|at| {
            let known = |part: TokenRange| known::kind_of(&reading.key(part)) == Some(EntityKind::Organization);
            let first = TokenRange::new(tokens.start, *at);
            // `United Nations General Assembly`
            let owner = super::alias::has_others(&reading.key(first));
            !owner && known(first) && known(TokenRange::new(*at, tokens.end))
        })
    {
        return vec![TokenRange::new(tokens.start, at), TokenRange::new(at, tokens.end)];
    }
    // `Zarpex Motors Inc. Corrin`: what ends the name of a firm ends this one.
    if kind == EntityKind::Organization {
        let ends = |at: &u32| matches!(reading.word(*at), "Inc." | "Corp." | "Ltd.") && reading.is_capital(at + 1);
        let other = |at: u32| reading.is(at, Rule::Ending) || reading.has(at, class::COMMON | class::COUNTRY);
        if let Some(at) = (tokens.start + 1..tokens.end.saturating_sub(1)).find(ends).filter(|at| !other(at + 1)) {
            return vec![TokenRange::new(tokens.start, at + 1), TokenRange::new(at + 1, tokens.end)];
        }
    }
    // `from University Mall to Anzac Parade`
    if tokens.start.checked_sub(1).is_some_and(|at| matches!(reading.word(at), "from" | "From"))
        && let Some(to) = (tokens.start + 1..tokens.end.saturating_sub(1)).find(|at| reading.word(*at) == "to")
    {
        return vec![TokenRange::new(tokens.start, to), TokenRange::new(to + 1, tokens.end)];
    }
    // `World Heritage Site at Palmyra`
    if kind == EntityKind::Place
        && let Some(at) = (tokens.start + 1..tokens.end.saturating_sub(1)).find(|at| reading.word(*at) == "at")
    {
        return vec![TokenRange::new(tokens.start, at), TokenRange::new(at + 1, tokens.end)];
    }
    // `Long Coast States of Maine` in a list of them
    if kind == EntityKind::Place
        && reading.word(tokens.end) == ","
        && let Some(of) = (tokens.start + 2..tokens.end.saturating_sub(1)).find(|at| reading.word(*at) == "of")
        && matches!(reading.word(of - 1), "States" | "Provinces" | "Counties")
        && !matches!(reading.word(of - 2), "United" | "Federated" | "Confederate")
    {
        return vec![TokenRange::new(tokens.start, of), TokenRange::new(of + 1, tokens.end)];
    }
    // `Sorna river`, `Sorna-Brelling railroad`: what it is, in small letters, is no part of the name.
    if kind == EntityKind::Place && tokens.len() > 1 {
        let last = tokens.end - 1;
        let way = |at: u32| {
            let ways = [
                "border",
                "highway",
                "line",
                "rail",
                "railroad",
                "railroads",
                "railway",
                "road",
                "route",
                "river",
                "museum",
            ];
            ways.contains(&reading.word(at)) && spaced(at)
        };
        if way(last) {
            return split(reading, TokenRange::new(tokens.start, last), kind);
        }
        let line = way(tokens.end);
        let tight = |at: u32| reading.token(at).is_some_and(|t| !t.space_before);
        let hyphen = |at: &u32| is_dash(reading, *at) && tight(*at) && tight(*at + 1) && reading.is_capital(*at + 1);
        if line && let Some(at) = (tokens.start + 1..last).find(hyphen) {
            return vec![TokenRange::new(tokens.start, at), TokenRange::new(at + 1, tokens.end)];
        }
    }
    // `GENEVA/ARDLE`
    let slash =
        |at: &u32| reading.word(*at) == "/" && !spaced(*at) && reading.is_capital(at - 1) && reading.is_capital(at + 1);
    if kind == EntityKind::Place
        && let Some(at) = (tokens.start + 1..tokens.end.saturating_sub(1)).find(slash)
        && !super::wholes::is_written_twice(reading, at)
    {
        return vec![TokenRange::new(tokens.start, at), TokenRange::new(at + 1, tokens.end)];
    }
    // `Chetumal Mexico`: a town and its country, with no comma.
    if kind == EntityKind::Place && is_town_with_land(reading, tokens) {
        return vec![TokenRange::new(tokens.start, tokens.end - 1), TokenRange::new(tokens.end - 1, tokens.end)];
    }
    // `Priya Nair of the Royal Canadian Mounted Police`: who somebody is, and of what.
    if kind == EntityKind::Organization
        && let Some(of) = (tokens.start + 1..tokens.end.min(tokens.start + 4)).find(|at| reading.word(*at) == "of")
    {
        let behind = of + 1 + u32::from(reading.word(of + 1) == "the");
        let bearer = TokenRange::new(tokens.start, of);
        if behind < tokens.end && is_titled(reading, bearer) {
            return vec![bearer, TokenRange::new(behind, tokens.end)];
        }
    }
    if let Some(at) = (tokens.start + 1..tokens.end.saturating_sub(1)).find(|at| is_adviser(reading, tokens, *at)) {
        return vec![TokenRange::new(tokens.start, at), TokenRange::new(at + 1, tokens.end)];
    }
    // `Sultan of Ruritania`
    let land = kind == EntityKind::Place && tokens.len() == 3 && reading.has(tokens.end - 1, class::COUNTRY);
    let ruler = || reading.is(tokens.start, Rule::Rank) && reading.is_capital(tokens.start);
    let noble = || matches!(reading.word(tokens.start), "Prince" | "Princess");
    if land && reading.word(tokens.start + 1) == "of" && ruler() && !noble() {
        return vec![TokenRange::new(tokens.start + 2, tokens.end)];
    }
    // `Member of Parliament`
    if reading.is(tokens.start, Rule::Office) && reading.word(tokens.start + 1) == "of" && tokens.len() > 2 {
        let the = u32::from(matches!(reading.word(tokens.start + 2), "the") && tokens.len() > 3);
        return vec![TokenRange::new(tokens.start + 2 + the, tokens.end)];
    }
    // One word on each side of `and`, neither of them an ordinary one (`Trade and Industry`).
    let plain = |at: u32| reading.is_capital(at) && !reading.has(at, class::COMMON);
    let land = || super::wholes::is_joint(reading, tokens);
    let two = tokens.len() == 3 && reading.word(tokens.start + 1) == "and";
    if two && plain(tokens.start) && plain(tokens.end - 1) && !land() {
        return vec![TokenRange::new(tokens.start, tokens.start + 1), TokenRange::new(tokens.end - 1, tokens.end)];
    }
    if let Some(at) = comma(reading, tokens, kind) {
        let mut parts = vec![TokenRange::new(tokens.start, at)];
        parts.extend(split(reading, TokenRange::new(at + 1, tokens.end), kind));
        return parts;
    }
    // What stands before `and` is whole: `Acme Corp. and …`.
    let whole = (tokens.start + 2..tokens.end.saturating_sub(1)).find(|at| {
        // `Color Line and Viking Line`
        let twice = *at > tokens.start + 1
            && reading.word(at - 1) == reading.word(tokens.end - 1)
            && !reading.has(at + 1, class::COMMON);
        let next = reading.is_capital(at + 1) && (is_body(reading, at - 1) || twice) || reading.word(at + 1) == "The";
        reading.word(*at) == "and" && next
    });
    if let Some(at) = whole {
        return vec![TokenRange::new(tokens.start, at), TokenRange::new(at + 1, tokens.end)];
    }
    let known = |at: u32| {
        reading.has(at, class::COUNTRY | class::PEOPLE | class::TOWN) && reading.is_capital(at) || is_dash(reading, at)
    };
    if tokens.len() < 3 || !(tokens.start..tokens.end).all(known) {
        return vec![tokens];
    }
    let mut parts = Vec::with_capacity(1);
    let mut start = tokens.start;
    for at in tokens.start + 1..tokens.end.max(1) - 1 {
        if is_dash(reading, at) && at > start {
            parts.push(TokenRange::new(start, at));
            start = at + 1;
        }
    }
    parts.push(TokenRange::new(start, tokens.end));
    parts
}

/// `Special Envoy for the Coalition to End Hunger Ann Lee`, taken for one name: the body of the office, and who has it.
pub(super) fn officer(
    reading: Reading,
    tokens: TokenRange,
    kind: EntityKind,
) -> Option<(TokenRange, Option<TokenRange>)> {
    let TokenRange { start, end } = tokens;
    if matches!(kind, EntityKind::Person | EntityKind::Place) || end < start + 5 {
        return None;
    }
    let link = (start + 1..end - 2).find(|at| matches!(reading.word(*at), "for" | "of" | "to"))?;
    let post = |at: u32| {
        let listed = [Rule::Post, Rule::Title].iter().any(|rule| reading.is(at, *rule));
        reading.is_capital(at) && (listed || reading.has(at, class::TITLE))
    };
    let first = end - 2;
    let taken = class::COUNTRY | class::PEOPLE | class::COMMON | class::TITLE;
    let word = |at: u32| {
        let cased = reading.token(at).is_some_and(|t| matches!(t.case, Case::Title | Case::Mixed));
        cased && !reading.has(at, taken)
    };
    let person = reading.has(first, class::FIRST) && word(first) && word(end - 1) && reading.is_capital(first - 1);
    let body = link + 1 + u32::from(reading.word(link + 1) == "the");
    let body = TokenRange::new(body, if person { first } else { end });
    let named = person || kind == EntityKind::Other && (body.start..body.end).any(|at| heads_a_body(reading, at));
    (post(link - 1) && named && body.len() > 1).then(|| (body, person.then(|| TokenRange::new(first, end))))
}

/// `King Hussein of Jordan`, taken for one person's name: who rules, and what.
pub(super) fn ruler(reading: Reading, tokens: TokenRange, kind: EntityKind) -> Option<(TokenRange, TokenRange)> {
    let TokenRange { start, end } = tokens;
    // `Crown Prince Otto of Ruritania`, whatever it was taken for
    let heir = reading.word(start) == "Crown" && matches!(reading.word(start + 1), "Prince" | "Princess");
    if heir && tokens.len() == 5 && reading.word(end - 2) == "of" && reading.has(end - 1, class::COUNTRY) {
        return Some((TokenRange::new(start + 2, end - 2), TokenRange::new(end - 1, end)));
    }
    let rank =
        |at: u32| reading.is_capital(at) && reading.is(at, Rule::Rank) && !reading.word(at).starts_with("Prince");
    let crowned = rank(start) || start > 0 && rank(start - 1);
    let of = end.checked_sub(2).filter(|of| *of > start && reading.word(*of) == "of")?;
    let land = reading.has(end - 1, class::COUNTRY) && !rank(of - 1);
    (kind == EntityKind::Person && crowned && land).then(|| (TokenRange::new(start, of), TokenRange::new(end - 1, end)))
}

/// `Special Envoy Ann de Berg`, taken for a thing: who has the office.
pub(super) fn holder(reading: Reading, tokens: TokenRange, kind: EntityKind) -> Option<TokenRange> {
    let TokenRange { start, end } = tokens;
    // `Ruritanian Crown Prince Otto`
    if kind == EntityKind::Event && tokens.len() == 4 && reading.has(start, class::PEOPLE) {
        return holder(reading, TokenRange::new(start + 1, end), EntityKind::Other);
    }
    if !matches!(kind, EntityKind::Organization | EntityKind::Other) || !(3..8).contains(&tokens.len()) {
        return None;
    }
    // `Crown Prince Otto`
    if reading.word(start) == "Crown" && matches!(reading.word(start + 1), "Prince" | "Princess") {
        return (reading.is_capital(start + 2) && tokens.len() < 5).then(|| TokenRange::new(start + 2, end));
    }
    // `Garda Siobhán Berg`: names that no list knows behind a rank that is no plain word.
    let taken = class::COMMON | class::COUNTRY | class::PEOPLE | class::LINK;
    let unknown = |at: u32| reading.is_capital(at) && !reading.has(at, taken);
    let ranked = reading.is(start, Rule::Title) && reading.is_capital(start) && !reading.has(start, class::COMMON);
    let rest = TokenRange::new(start + 1, end);
    let sort = [Rule::Body, Rule::Club, Rule::House].iter().any(|rule| reading.is(end - 1, *rule));
    if ranked && !sort && (rest.start..end).all(unknown) && reading.word(rest.start) != "Síochána" {
        return Some(rest);
    }
    let crowned = |at: u32| reading.is(at, Rule::Rank) || reading.word(at) == "Saint";
    let titled = |at: u32| reading.is(at, Rule::Post) || reading.has(at, class::TITLE) && !crowned(at);
    let post = |at: u32| reading.is_capital(at) && titled(at);
    let particle = |from: u32| (from + 1..end - 1).any(|at| reading.is(at, Rule::Particle));
    let begins = |at: u32| reading.has(at, class::FIRST) || reading.is_capital(at) && particle(at);
    let first = (start + 1..end - 1).find(|at| post(at - 1) && begins(*at))?;
    let taken = class::COMMON | class::COUNTRY | class::PEOPLE | class::COMPANY;
    let word = |at: u32| {
        let cased = reading.token(at).is_some_and(|t| matches!(t.case, Case::Title | Case::Mixed));
        cased && !reading.has(at, taken) && !is_body(reading, at) || reading.is(at, Rule::Particle)
    };
    ((first..end).all(word) && reading.is_capital(end - 1)).then(|| TokenRange::new(first, end))
}

/// `Ardle MLA Ann Berg`, taken for one person's name: for where she sits, and who she is.
pub(super) fn seated(
    reading: Reading,
    tokens: TokenRange,
    kind: EntityKind,
) -> Option<(Option<TokenRange>, TokenRange)> {
    let TokenRange { start, end } = tokens;
    let listed = |at: u32| reading.is(at, Rule::Seat) || matches!(reading.word(at), "MCA" | "OC");
    let seat = |at: &u32| listed(*at) && reading.token(*at).is_some_and(|t| t.case == Case::Upper);
    let seat = (start + 1..end.saturating_sub(1)).find(seat).filter(|_| kind == EntityKind::Person)?;
    let taken = class::COMMON | class::PEOPLE | class::KNOWN | class::TITLE | class::FIRST;
    let home = (start..seat).all(|at| reading.is_capital(at) && !reading.has(at, taken));
    Some((home.then(|| TokenRange::new(start, seat)), TokenRange::new(seat + 1, end)))
}

/// `Liberal Ann Berg`, taken for a body: whom she is with, and who she is.
pub(super) fn member(reading: Reading, tokens: TokenRange, kind: EntityKind) -> Option<(TokenRange, TokenRange)> {
    const PARTIES: [&str; 7] = ["Conservative", "Democrat", "Green", "Labour", "Liberal", "Republican", "Tory"];
    if kind != EntityKind::Organization || !(3..5).contains(&tokens.len()) {
        return None;
    }
    let (party, first, last) = (tokens.start, tokens.start + 1, tokens.end - 1);
    let common = |at: u32| reading.has(at, class::COMMON | class::COMPANY) || !reading.is_capital(at);
    let named = PARTIES.contains(&reading.word(party)) && reading.has(first, class::FIRST);
    let body = |at: u32| is_body(reading, at) || reading.is(at, Rule::Club);
    let person = named && !common(first) && !common(last) && !body(last);
    person.then(|| (TokenRange::new(party, first), TokenRange::new(first, tokens.end)))
}

/// `Zarpex for Corrib` of `Advisers were Zarpex for Corrib and …`, `Corrib Foods of Belfast`: a firm, and whose or where
/// it is.
pub(super) fn is_adviser(reading: Reading, tokens: TokenRange, at: u32) -> bool {
    let town = |at: u32| reading.has(at, class::TOWN) && !reading.has(at, class::COMMON | class::COUNTRY);
    let firm = |at: u32| [Rule::Trade, Rule::Firm, Rule::Ending].iter().any(|rule| reading.is(at, *rule));
    let named = |at: u32| reading.is_capital(at) && !reading.has(at, class::COMMON | class::COUNTRY | class::PEOPLE);
    match reading.word(at) {
        "of" => at > tokens.start + 1 && firm(at - 1) && town(tokens.end - 1) && tokens.end == at + 2,
        "for" => {
            let own = firm(at - 1) || at == tokens.start + 1 && !heads_a_body(reading, at - 1) && named(at - 1);
            own && (at + 1..tokens.end).all(named)
        }
        _ => false,
    }
}

/// `International Law at Ardle University`, behind `a doctorate in`: what was studied is no name, where it was is.
pub(super) fn studied(reading: Reading, TokenRange { start, end }: TokenRange) -> Option<TokenRange> {
    let sorts = [Rule::Body, Rule::Club, Rule::House, Rule::Purpose, Rule::Sort];
    let body =
        |at: u32| sorts.iter().any(|rule| reading.is(at, *rule)) || matches!(reading.word(at), "Program" | "Chair");
    let school = |at: u32| matches!(reading.word(at), "Academy" | "College" | "Institute" | "School" | "University");
    let at = (start + 1..end.max(1) - 1).find(|at| reading.word(*at) == "at")?;
    let led = start.checked_sub(1).map_or("", |at| reading.word(at));
    let led = matches!(
        led,
        "in" | "of" | "read" | "reading" | "studied" | "study" | "studying" | "taught" | "teaches" | "teaching"
    );
    let field = led && !(start..at).any(body) && (at + 1..end).any(school);
    let place = at + 1 + u32::from(reading.word(at + 1) == "the");
    (field && place < end).then(|| TokenRange::new(place, end))
}

/// `Ardle Police Station on Mondays`: where the name ends before a day.
pub(super) fn day(reading: Reading, tokens: TokenRange) -> Option<u32> {
    let plural = |at: u32| reading.word(at).ends_with("days") && reading.is(at, Rule::Never);
    let day = |at: u32| reading.has(at, class::CALENDAR) || plural(at);
    (tokens.start + 1..tokens.end.max(1) - 1).find(|at| reading.word(*at) == "on" && day(at + 1))
}

/// `Premier League Fulham`, taken for one name: the league, and who plays in it.
pub(super) fn leaguer(reading: Reading, tokens: TokenRange) -> Option<[TokenRange; 2]> {
    let TokenRange { start, end } = tokens;
    let from = start + u32::from(reading.has(start, class::PEOPLE));
    let club = from
        + match (reading.word(from), reading.word(from + 1)) {
            ("League", "One" | "Two") | ("Serie", "A" | "B") | ("Ligue", "1" | "2") => 2,
            ("Premier" | "Super", "League") | ("La", "Liga") => 2,
            ("Bundesliga" | "Championship" | "Eredivisie" | "Premiership", _) => 1,
            _ => return None,
        };
    let named = |at: u32| {
        let ordinary = reading.has(at, class::COMMON) && !reading.has(at, class::TOWN);
        reading.token(at).is_some_and(|t| matches!(t.case, Case::Title | Case::Mixed)) && !ordinary
    };
    let side = club < end && named(club) && !reading.is(end - 1, Rule::Gathering) && !reading.is(end - 1, Rule::Body);
    side.then(|| [TokenRange::new(start, club), TokenRange::new(club, end)])
}

/// `3-2`, on its own: not `Boeing 737-800`, `Section 3-2a`.
fn is_score(reading: Reading, at: u32) -> bool {
    let goals = |at: u32| {
        let word = reading.word(at);
        word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit()) && !word.is_empty()
    };
    let apart = |at: u32| reading.token(at).is_none_or(|t| t.space_before || t.kind == TokenKind::Mark);
    goals(at) && matches!(reading.word(at + 1), "-" | "–") && goals(at + 2) && apart(at) && apart(at + 3)
}

/// A town of the lists right before a country; not `New Mexico`, `Vichy France`.
fn is_town_with_land(reading: Reading, tokens: TokenRange) -> bool {
    let (town, land) = (tokens.start, tokens.end - 1);
    let known = class::COMMON | class::COUNTRY | class::PEOPLE | class::CALENDAR;
    tokens.len() == 2
        && reading.has(land, class::COUNTRY)
        && !reading.has(land, class::FIRST)
        && reading.has(town, class::TOWN)
        && !reading.has(town, known)
        && !reading.is(town, Rule::Compass)
        && !matches!(reading.word(town), "Jammu" | "Vichy")
        && !reading.is(land, Rule::Ground)
        && !matches!(reading.word(land), "D.C." | "D.C" | "DC")
        && !is_listed_place(reading, tokens)
}

/// True for a token that no name of this kind holds inside: an ordinary word in lower case (`Cisco sues Apple`,
/// `Intel-based`), or the dash behind the place of a dateline.
fn parts(reading: Reading, at: u32, kind: EntityKind) -> bool {
    if !matches!(kind, EntityKind::Person | EntityKind::Organization | EntityKind::Place) {
        return false;
    }
    let Some(token) = reading.token(at) else { return false };
    if token.kind == TokenKind::Word && token.case == Case::Lower {
        let joined = !token.space_before && is_dash(reading, at - 1);
        return if joined {
            reading.is(at, Rule::Joined)
        } else {
            reading.has(at, class::COMMON)
                && token.span.len() > 2
                && !reading.entry(at).is_link()
                && ![Rule::Particle, Rule::Never].iter().any(|rule| reading.is(at, *rule))
                && !reading.word(at).starts_with(['\'', '’'])
        };
    }
    let spaced = |at: u32| reading.token(at).is_some_and(|t| t.space_before);
    matches!(reading.word(at), "-" | "–" | "—") && spaced(at) && spaced(at + 1) && in_dateline(reading, at)
}

/// True for a place among the first words of a paragraph.
fn in_dateline(reading: Reading, at: u32) -> bool {
    let doc = reading.doc;
    let start = doc.tokens[at as usize].span.start;
    let block = doc.blocks.partition_point(|block| block.span.end <= start);
    doc.blocks.get(block).is_some_and(|block| start - block.span.start < 40 && block.kind == BlockKind::Paragraph)
}

/// The first comma that parts two names of a list; not the one of `Acme, Inc.` or of a body that deals with several
/// things (`Department of Health, Education and Welfare`).
fn comma(reading: Reading, tokens: TokenRange, kind: EntityKind) -> Option<u32> {
    if !matches!(kind, EntityKind::Organization | EntityKind::Person) || tokens.len() < 3 {
        return None;
    }
    let at = (tokens.start + 1..tokens.end - 1).find(|at| reading.word(*at) == ",")?;
    let own = |at: u32| reading.is(at, Rule::Ending) || reading.is(at, Rule::Generation);
    // `Union of Teachers, Farmers for Peace`: two bodies, the first of which deals with no fields.
    let fields = ["Bureau", "Committee", "Department", "Directorate", "Faculty", "Ministry", "School", "Secretariat"];
    // `Union of Bus, Tram and Ferry Workers`
    let closed = || (at + 2..tokens.end - 1).any(|at| matches!(reading.word(at), "and" | "&"));
    let joins =
        |at: u32| matches!(reading.word(at), "Association" | "Federation" | "Union") && reading.word(at + 1) == "of";
    let field = |at: u32| fields.contains(&reading.word(at)) || joins(at) && closed();
    let body = (at + 2..tokens.end).any(|at| reading.word(at) == "for" || heads_a_body(reading, at));
    let two = body && !(tokens.start..at).any(field) && !matches!(reading.word(at + 1), "and" | "&");
    let whole = !two && (tokens.start..at).any(|at| !reading.is_capital(at)) || own(at + 1);
    (!whole).then_some(at)
}

pub(super) fn is_dash(reading: Reading, at: u32) -> bool {
    matches!(reading.word(at), "-" | "–" | "/")
}
