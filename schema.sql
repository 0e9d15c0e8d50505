-- metroledger: the only place where a table is defined.
-- The first comment of a table and the comment after each column are its dictionary.
-- Keys are readable text made from content. Dates are ISO 8601. Boxes are in points from the
-- top left corner of the page as it is seen. Characters are counted from 0 in line.text.
PRAGMA foreign_keys = ON;

CREATE TABLE meta ( -- What made this file: versions, and hashes of every input.
    key TEXT PRIMARY KEY, -- name of the fact
    value TEXT NOT NULL -- the fact
) STRICT, WITHOUT ROWID;

CREATE TABLE content ( -- The bytes of a file, once however many paths hold them.
    document_id TEXT PRIMARY KEY, -- sha256 of the bytes, in hex
    lines INTEGER NOT NULL CHECK (lines >= 0), -- non-blank lines; 0 for a rejected file
    CHECK (length(document_id) = 64)
) STRICT, WITHOUT ROWID;

CREATE TABLE report ( -- One progress report, read from one document.
    report_id TEXT PRIMARY KEY, -- its period: 2020-07--2020-09
    title TEXT NOT NULL, -- title on the cover, in title case
    publisher TEXT NOT NULL, -- who publishes it
    period_start TEXT NOT NULL, -- first day that it covers
    period_end TEXT NOT NULL, -- last day that it covers
    language TEXT NOT NULL, -- BCP 47 code of the prose
    layout TEXT NOT NULL, -- layout that read it
    document_id TEXT NOT NULL REFERENCES content, -- document that it was read from
    plan_id TEXT REFERENCES plan DEFERRABLE INITIALLY DEFERRED, -- plan that its codes belong to
    CHECK (period_start <= period_end)
) STRICT, WITHOUT ROWID;

CREATE TABLE document ( -- Every file that was offered, also those that were not loaded.
    document_id TEXT NOT NULL REFERENCES content, -- sha256 of the bytes, in hex
    path TEXT NOT NULL, -- path inside the folder that was given, or the file's name
    media_type TEXT NOT NULL, -- text/plain, application/pdf or application/octet-stream
    pages INTEGER NOT NULL CHECK (pages >= 0), -- pages; a text's pages end at form feeds
    bytes INTEGER NOT NULL CHECK (bytes >= 0), -- size of the file
    status TEXT NOT NULL CHECK (status IN ('loaded', 'duplicate', 'edition', 'rejected')), -- what became of it
    reason TEXT, -- why it was not loaded
    report_id TEXT REFERENCES report DEFERRABLE INITIALLY DEFERRED, -- report that it holds
    PRIMARY KEY (document_id, path),
    CHECK ((status = 'rejected') = (report_id IS NULL)),
    CHECK ((status = 'loaded') = (reason IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE line ( -- Every non-blank printed line of every document that was read.
    document_id TEXT NOT NULL REFERENCES content, -- document
    page INTEGER NOT NULL, -- page, from 1
    line_no INTEGER NOT NULL, -- count of non-blank lines from 1, through all pages
    text TEXT NOT NULL, -- the line as printed, leading white space kept
    x0 REAL, -- left edge, null for text
    y0 REAL, -- top edge
    x1 REAL, -- right edge
    y1 REAL, -- bottom edge
    role TEXT NOT NULL CHECK (role IN ('record', 'heading', 'label', 'furniture', 'caption', 'unclaimed')), -- who accounts for it
    PRIMARY KEY (document_id, line_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE member ( -- The register of members.
    member_id TEXT PRIMARY KEY, -- readable key: barcelona-city
    name TEXT NOT NULL UNIQUE, -- canonical name, the English exonym
    country TEXT NOT NULL, -- ISO 3166-1 alpha-2
    region TEXT NOT NULL, -- region of the network
    kind TEXT NOT NULL, -- city, province, metropolitan area, institution
    latitude REAL, -- degrees north
    longitude REAL, -- degrees east
    geonames_id INTEGER -- GeoNames id, where it has one
) STRICT, WITHOUT ROWID;

CREATE TABLE member_name ( -- Other names of members, one row each.
    member_id TEXT NOT NULL REFERENCES member, -- member
    name TEXT NOT NULL, -- name
    source TEXT NOT NULL, -- where the name comes from
    PRIMARY KEY (member_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE partner ( -- Allied organisations that reports name.
    partner_id TEXT PRIMARY KEY, -- readable key
    name TEXT NOT NULL -- canonical name
) STRICT, WITHOUT ROWID;

CREATE TABLE person ( -- People who hold or held an appointment.
    person_id TEXT PRIMARY KEY, -- readable key
    name TEXT NOT NULL -- name, in its fullest printed spelling
) STRICT, WITHOUT ROWID;

CREATE TABLE resolution ( -- How a printed name was understood, once per report and context.
    resolution_id TEXT PRIMARY KEY, -- report_id/kind/raw@region
    report_id TEXT NOT NULL REFERENCES report, -- report that prints it
    kind TEXT NOT NULL CHECK (kind IN ('member', 'partner', 'person')), -- what was looked for
    raw TEXT NOT NULL, -- name as printed
    region TEXT, -- region heading that it stood under
    status TEXT NOT NULL CHECK (status IN ('resolved', 'ambiguous', 'unresolved', 'place')), -- place: a real city that is no member
    member_id TEXT REFERENCES member, -- member that it is
    partner_id TEXT REFERENCES partner DEFERRABLE INITIALLY DEFERRED, -- partner that it is
    method TEXT NOT NULL CHECK (method IN ('exact', 'alias', 'fuzzy', 'decision', 'ambiguous', 'unresolved')), -- what settled it
    score REAL, -- likeness from 0 to 100, null when nothing came near
    candidates TEXT NOT NULL -- JSON list of {id, name, score}, best first
) STRICT, WITHOUT ROWID;

CREATE TABLE action_line ( -- Action lines as a report presents them.
    report_id TEXT NOT NULL REFERENCES report, -- report
    code TEXT NOT NULL, -- L1
    title TEXT NOT NULL, -- title as printed
    PRIMARY KEY (report_id, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE note ( -- The note that opens a report.
    report_id TEXT PRIMARY KEY REFERENCES report, -- report
    heading TEXT NOT NULL, -- its heading, in title case
    text TEXT NOT NULL, -- body; paragraphs parted by an empty line
    signatory TEXT, -- name under it, as printed
    title TEXT, -- line under the name
    person_id TEXT REFERENCES person DEFERRABLE INITIALLY DEFERRED -- who signed
) STRICT, WITHOUT ROWID;

CREATE TABLE passage ( -- Prose of a section that is mostly lists or figures.
    report_id TEXT NOT NULL REFERENCES report, -- report
    position INTEGER NOT NULL, -- order in the report, from 1
    section TEXT NOT NULL, -- section heading, in title case
    text TEXT NOT NULL, -- the prose
    PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity ( -- One activity that a report tells.
    activity_id TEXT PRIMARY KEY, -- report_id/slug of the title
    report_id TEXT NOT NULL REFERENCES report, -- report
    position INTEGER NOT NULL, -- order in the report, from 1
    title TEXT NOT NULL, -- title as printed
    date_text TEXT, -- date as printed
    date_start TEXT, -- first day, null when the print is no possible date
    date_end TEXT, -- last day
    action_line TEXT, -- L1, L2 ...; null when nothing tells
    action_line_basis TEXT CHECK (action_line_basis IN ('printed', 'codes', 'neighbours')), -- what tells the action line
    narrative TEXT, -- body text in reading order; null when there is none
    UNIQUE (report_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity_outcome ( -- Outcome codes of an activity.
    activity_id TEXT NOT NULL REFERENCES activity, -- activity
    position INTEGER NOT NULL, -- order in the list, from 1
    code TEXT NOT NULL, -- code without a trailing star
    raw TEXT NOT NULL, -- code as printed
    PRIMARY KEY (activity_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity_challenge ( -- Metropolitan challenges of an activity.
    activity_id TEXT NOT NULL REFERENCES activity, -- activity
    position INTEGER NOT NULL, -- order in the list, from 1
    code TEXT NOT NULL, -- 1.1
    raw TEXT NOT NULL, -- entry as printed
    PRIMARY KEY (activity_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity_member ( -- Members that took part in an activity.
    activity_id TEXT NOT NULL REFERENCES activity, -- activity
    position INTEGER NOT NULL, -- order in the list, from 1
    raw TEXT NOT NULL, -- name as printed
    member_id TEXT REFERENCES member, -- member; null while unresolved or ambiguous
    resolution_id TEXT NOT NULL REFERENCES resolution, -- how the name was understood
    PRIMARY KEY (activity_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity_alliance ( -- Partners that took part in an activity.
    activity_id TEXT NOT NULL REFERENCES activity, -- activity
    position INTEGER NOT NULL, -- order in the list, from 1
    raw TEXT NOT NULL, -- name as printed
    partner_id TEXT REFERENCES partner, -- partner; null while unresolved
    resolution_id TEXT NOT NULL REFERENCES resolution, -- how the name was understood
    PRIMARY KEY (activity_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan ( -- Action plans of the network.
    plan_id TEXT PRIMARY KEY -- its years: 2018-2020
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_item ( -- Items of a plan; the title is that of the earliest report that prints it.
    plan_id TEXT NOT NULL REFERENCES plan, -- plan
    code TEXT NOT NULL, -- L1M1D3
    kind TEXT NOT NULL CHECK (kind IN ('line', 'measure', 'action', 'deliverable')), -- level
    title TEXT NOT NULL, -- title
    parent_code TEXT, -- item above it
    PRIMARY KEY (plan_id, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE report_plan_item ( -- Plan items that a report lists as carried out.
    report_id TEXT NOT NULL REFERENCES report, -- report
    plan_id TEXT NOT NULL REFERENCES plan, -- plan
    code TEXT NOT NULL, -- item
    position INTEGER NOT NULL, -- order in the report, from 1
    title TEXT NOT NULL, -- title as this report prints it
    PRIMARY KEY (report_id, plan_id, code),
    FOREIGN KEY (plan_id, code) REFERENCES plan_item
) STRICT, WITHOUT ROWID;

CREATE TABLE challenge ( -- Metropolitan challenges of a plan; titled as in the earliest report.
    plan_id TEXT NOT NULL REFERENCES plan, -- plan
    code TEXT NOT NULL, -- 1.1
    title TEXT NOT NULL, -- title
    PRIMARY KEY (plan_id, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE report_challenge ( -- Challenges that a report says were addressed.
    report_id TEXT NOT NULL REFERENCES report, -- report
    plan_id TEXT NOT NULL REFERENCES plan, -- plan
    code TEXT NOT NULL, -- challenge
    position INTEGER NOT NULL, -- order in the report, from 1
    title TEXT NOT NULL, -- title as this report prints it
    PRIMARY KEY (report_id, plan_id, code),
    FOREIGN KEY (plan_id, code) REFERENCES challenge
) STRICT, WITHOUT ROWID;

CREATE TABLE report_member ( -- Members by region, as a report lists them.
    report_id TEXT NOT NULL REFERENCES report, -- report
    position INTEGER NOT NULL, -- order in the report, from 1
    region TEXT NOT NULL, -- region heading, in title case
    raw TEXT NOT NULL, -- name as printed
    member_id TEXT REFERENCES member, -- member; null while unresolved
    status TEXT NOT NULL CHECK (status IN ('member', 'honorary')), -- standing
    resolution_id TEXT NOT NULL REFERENCES resolution, -- how the name was understood
    PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE report_activated_member ( -- The report's own summary of activated or engaged members.
    report_id TEXT NOT NULL REFERENCES report, -- report
    position INTEGER NOT NULL, -- order in the columns read one after the other, from 1
    raw TEXT NOT NULL, -- name as printed
    member_id TEXT REFERENCES member, -- member; null while unresolved
    resolution_id TEXT NOT NULL REFERENCES resolution, -- how the name was understood
    PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE media_mention ( -- Metropolis in the media.
    report_id TEXT NOT NULL REFERENCES report, -- report
    position INTEGER NOT NULL, -- order in the report, from 1
    month TEXT, -- month that it is listed under: YYYY-MM
    month_text TEXT, -- month heading, in title case
    outlet TEXT NOT NULL, -- medium as printed
    topic TEXT, -- topic as printed
    PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE bilateral_meeting ( -- Meetings of the secretariat with one member.
    report_id TEXT NOT NULL REFERENCES report, -- report
    position INTEGER NOT NULL, -- order in the report, from 1
    month TEXT, -- month that it is listed under: YYYY-MM
    month_text TEXT, -- month heading, in title case
    mode TEXT CHECK (mode IN ('online', 'on-site', 'hybrid')), -- how they met; hybrid is both at once
    raw TEXT NOT NULL, -- name as printed
    member_id TEXT REFERENCES member, -- member; null while unresolved
    resolution_id TEXT NOT NULL REFERENCES resolution, -- how the name was understood
    PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE figure ( -- Figures that stand alone: fees, people reached.
    report_id TEXT NOT NULL REFERENCES report, -- report
    position INTEGER NOT NULL, -- order in the report, from 1
    section TEXT NOT NULL, -- section heading, in title case
    label TEXT NOT NULL, -- words beside the figure
    printed TEXT NOT NULL, -- figure as printed
    value REAL NOT NULL, -- figure as a number
    unit TEXT, -- ISO 4217 code of an amount, else null
    qualifier TEXT NOT NULL CHECK (qualifier IN ('exact', 'at least', 'at most', 'about')), -- how exact it says it is
    PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim ( -- Counts that prose states, to be held against the lists.
    report_id TEXT NOT NULL REFERENCES report, -- report
    position INTEGER NOT NULL, -- order in the report, from 1
    activity_id TEXT REFERENCES activity, -- activity whose narrative states it
    printed TEXT NOT NULL, -- number to noun, as printed
    number INTEGER NOT NULL, -- the number
    counted TEXT NOT NULL, -- members, new members, board members, cities, countries, participants
    PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE appointment ( -- Who held which seat or post.
    report_id TEXT NOT NULL REFERENCES report, -- report
    position INTEGER NOT NULL, -- order in the report, from 1
    person_id TEXT NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED, -- person
    raw TEXT NOT NULL, -- name as printed
    body TEXT NOT NULL CHECK (body IN ('board', 'focal point', 'secretariat', 'intern')), -- where
    region TEXT, -- region heading, in title case
    role TEXT, -- role, singular, in title case
    title TEXT, -- line under the name
    member_id TEXT REFERENCES member, -- member that the title names; null when none or more than one
    date_from TEXT, -- first day in the seat, where printed
    date_until TEXT, -- last day in the seat, where printed
    PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence ( -- Where each value is printed: one row per line that it stands on.
    table_name TEXT NOT NULL, -- table of the value
    row_id TEXT NOT NULL, -- key of its row, key columns joined by /
    field TEXT NOT NULL, -- column
    document_id TEXT NOT NULL REFERENCES content, -- document
    page INTEGER NOT NULL, -- page, from 1
    line_no INTEGER NOT NULL, -- line
    start INTEGER NOT NULL, -- first character in line.text
    "end" INTEGER NOT NULL, -- character after the last
    x0 REAL, -- left edge of the words, null for text
    y0 REAL, -- top edge
    x1 REAL, -- right edge
    y1 REAL, -- bottom edge
    method TEXT NOT NULL CHECK (method IN ('printed', 'recognised', 'mended')), -- how the characters are known: the file says them, or they were recognised in a picture, or recognised and a misread sign mended
    PRIMARY KEY (table_name, row_id, field, document_id, line_no, start),
    FOREIGN KEY (document_id, line_no) REFERENCES line,
    CHECK (start < "end")
) STRICT, WITHOUT ROWID;

CREATE TABLE edition_value ( -- Values of a document that was kept as another edition of its report.
    document_id TEXT NOT NULL REFERENCES content, -- the edition
    table_name TEXT NOT NULL, -- table that the value would stand in
    row_id TEXT NOT NULL, -- key of its row
    field TEXT NOT NULL, -- column
    value TEXT, -- value as text
    line_no INTEGER, -- line that it is printed on
    PRIMARY KEY (document_id, table_name, row_id, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding ( -- What an editor should look at.
    finding_id TEXT PRIMARY KEY, -- readable key made from check and place
    report_id TEXT REFERENCES report, -- report, null when it is about a document
    "check" TEXT NOT NULL, -- name of the check
    severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'note')), -- how grave
    message TEXT NOT NULL, -- one line for a person
    expected TEXT, -- what should stand there
    found TEXT, -- what stands there
    table_name TEXT, -- table of the row in question
    row_id TEXT, -- key of the row in question
    document_id TEXT REFERENCES content, -- document
    line_no INTEGER -- line
) STRICT, WITHOUT ROWID;

CREATE INDEX activity_member_member ON activity_member (member_id);
CREATE INDEX document_report ON document (report_id);
CREATE INDEX evidence_line ON evidence (document_id, line_no);
CREATE INDEX finding_report ON finding (report_id, "check");
