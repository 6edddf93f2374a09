//! Nouns of what is fixed for a day beforehand, and of what nobody knows of before it happens.

use crate::document::Document;
use crate::lists::List;

/// What people meet for on a day that is fixed beforehand.
pub(in crate::time) static APPOINTMENTS: List = List::new(
    "auction ballot ballots celebrations ceremony concert conference congress convention deadline debate \
     derby election elections event exam exams festival fight final fixture funeral game games gathering \
     hearing hearings inauguration launch march match matches meeting meetings parade party play playoff \
     poll polls primaries primary protest race races rallies rally referendum referendums regatta rematch \
     replay runoff sale semifinal session show strike summit summits talks test tournament trial trip \
     visit vote votes wedding",
);

/// What nobody knows of beforehand.
pub(super) static INCIDENTS: List = List::new(
    "accident airstrike airstrikes arrest arrests assault attack attacks blast blasts blaze bombing \
     bombings clash clashes collapse collision crash death deaths decision defeat derailment disaster \
     earthquake explosion explosions fire flood floods incident killing killings loss massacre murder \
     quake raid raids resignation riot riots ruling shooting shootings storm tragedy verdict victory \
     violence win",
);

/// What is left of an event that is over: `minutes of Tuesday's meeting`.
pub(super) static RECORDS: List =
    List::new("details findings footage highlights minutes outcome recording results transcript video");

/// True for what people meet for on a day that is fixed beforehand.
pub(crate) fn is_appointment(doc: &Document, at: u32) -> bool {
    doc.tokens.get(at as usize).is_some_and(|token| APPOINTMENTS.hold(token.hash))
}
