// Texts of our own for the browser tests. Everyone and everything in them is invented, but for countries and cities.

export const FERRY = `Larnmouth council keeps the night ferry

LARNMOUTH, England — The council voted on Tuesday to keep the night ferry to Belfast, said Maria Okafor, who leads the council. Ms Okafor thanked the people of Larnmouth.

How the vote went

The motion passed by 11 votes to 4. The ferry was first promised on 3 March 2024, when Okafor opened the new terminal with Piet Janssen, the head of Noordzee Lines.

What comes next

Noordzee Lines will publish a timetable next month. Janssen said that the company had lost money in France and Germany since 2019.
`;

// The same for the clipboard: marked up as a web page, with everything on it that must not run or be fetched.
export const FERRY_HTML = `<article><h1>Larnmouth council keeps the night ferry</h1>
<p>LARNMOUTH, England — The council voted on <b>Tuesday</b> to keep the night ferry to <a href="/belfast">Belfast</a>, said <i>Maria Okafor</i>, who leads the council.</p>
<h2>How the vote went</h2>
<p>The motion passed by 11 votes to 4. The ferry was first promised on 3 March 2024, when Okafor opened the new terminal.</p>
<h2>What comes next</h2>
<p>Noordzee Lines will publish a timetable next month.</p></article>`;

export const hostile = (origin) => `<article><h1>Larnmouth council keeps the night ferry</h1>
<script>globalThis.ran = "script"; fetch("${origin}stolen-by-script")</script>
<p onclick="globalThis.ran = 'onclick'">The council voted on <b>Tuesday</b> to keep the night ferry, said Maria Okafor.</p>
<img src="${origin}stolen-by-image.png" onerror="globalThis.ran = 'onerror'">
<img src="x:y" onerror="globalThis.ran = 'onerror'">
<svg onload="globalThis.ran = 'svg'"><image href="${origin}stolen-by-svg.png"/></svg>
<iframe src="javascript:parent.ran = 'iframe'"></iframe><iframe src="${origin}stolen-by-frame"></iframe>
<style>@import "${origin}stolen-by-style.css"; .story { background: url(${origin}stolen-by-style.png) }</style>
<link rel="stylesheet" href="${origin}stolen-by-link.css"><video src="${origin}stolen-by-video" autoplay></video>
<form action="${origin}stolen-by-form"><input autofocus onfocus="globalThis.ran = 'onfocus'"></form>
<details open ontoggle="globalThis.ran = 'ontoggle'">Piet Janssen, the head of Noordzee Lines, was in Belfast on 3 March 2024.</details>
<a href="javascript:globalThis.ran = 'link'">a link</a> <meta http-equiv="refresh" content="0;url=${origin}stolen-by-refresh">
<p>The ferry was first promised on 3 March 2024, when Okafor opened the new terminal.</p></article>`;

// About `bytes` long, every paragraph with its own people and dates.
export const LONG = (bytes) => {
  const names = ["Okafor", "Janssen", "Lindqvist", "Moreau", "Tanaka", "Alvarez", "Novak", "Haddad", "Brandt", "Kowalski"];
  const first = ["Maria", "Piet", "Ingrid", "Claude", "Yuki", "Rosa", "Jan", "Leila", "Otto", "Ewa"];
  const parts = ["Ten thousand small matters\n\n"];
  for (let n = 0, size = 0; size < bytes; n++) {
    const who = `${first[n % 10]} ${names[Math.floor(n / 10) % 10]}`;
    const part = `The council of Larnmouth met on ${1 + (n % 28)} March ${1990 + (n % 35)} to hear ${who}, who had come from Belfast. The vote was put off until the following Tuesday, when Germany and France had been asked for advice.\n\n`;
    parts.push(part);
    size += part.length;
  }
  return parts.join("");
};

export const GERMAN = `Der Stadtrat von Lübeck hat am Dienstag beschlossen, die Nachtfähre weiter zu betreiben. Die Vorsitzende sagte, dass sich viele Menschen darüber gefreut hätten und die Entscheidung nicht leicht gewesen sei. Im nächsten Monat soll ein neuer Fahrplan vorgestellt werden, der auch an den Feiertagen gilt.

Die Reederei hatte zuvor mitgeteilt, dass sie mit der Verbindung seit Jahren kein Geld mehr verdient und ohne einen Zuschuss der Stadt nicht weiterfahren könne.`;

export const HEBREW = `מועצת העיר החליטה ביום שלישי להמשיך להפעיל את מעבורת הלילה. ראש המועצה אמרה כי תושבים רבים שמחו על ההחלטה.`;
