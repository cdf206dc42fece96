-- The page: schemes, masthead templates, spacing cures, recipients, print runs, corrections, forms.

CREATE TABLE page_scheme (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL
);

-- What a publication's head looks like, where it differs from the standard one.
ALTER TABLE publication ADD COLUMN masthead TEXT NOT NULL DEFAULT '{}';
-- none, printed, blank: whether copies carry a 份号, and whether the program prints it.
ALTER TABLE publication ADD COLUMN copy_numbers TEXT NOT NULL DEFAULT 'none';
-- The name of a page scheme; it was a JSON object of own values before, never filled.
UPDATE publication SET scheme = '标准22×28';

-- Line breaks of the title as chosen by hand: character positions, JSON; '' for the program's own.
ALTER TABLE issue_item ADD COLUMN title_breaks TEXT NOT NULL DEFAULT '';
-- Spacing cures of the fit-to-page advice, JSON by block id; '' for none.
ALTER TABLE issue_item ADD COLUMN cures TEXT NOT NULL DEFAULT '';

CREATE TABLE recipient (
    id INTEGER PRIMARY KEY,
    publication INTEGER NOT NULL REFERENCES publication (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    way TEXT NOT NULL DEFAULT '',
    copies INTEGER NOT NULL DEFAULT 1,
    large_print INTEGER NOT NULL DEFAULT 0,
    active INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX recipient_by_publication ON recipient (publication, position, id);

CREATE TABLE distribution (
    id INTEGER PRIMARY KEY,
    issue INTEGER NOT NULL REFERENCES issue (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    way TEXT NOT NULL DEFAULT '',
    copies INTEGER NOT NULL,
    first_number INTEGER,
    last_number INTEGER,
    large_print INTEGER NOT NULL DEFAULT 0,
    handed_on TEXT,
    received_by TEXT NOT NULL DEFAULT ''
);
CREATE INDEX distribution_by_issue ON distribution (issue, position, id);

-- A copy that came back or was destroyed; number is NULL where copies are not numbered.
CREATE TABLE copy_return (
    id INTEGER PRIMARY KEY,
    distribution INTEGER NOT NULL REFERENCES distribution (id),
    number INTEGER,
    copies INTEGER NOT NULL DEFAULT 1,
    outcome TEXT NOT NULL,
    on_date TEXT NOT NULL,
    remark TEXT NOT NULL DEFAULT ''
);
CREATE INDEX copy_return_by_distribution ON copy_return (distribution, number);

CREATE TABLE print_run (
    id INTEGER PRIMARY KEY,
    issue INTEGER NOT NULL REFERENCES issue (id),
    kind TEXT NOT NULL,
    pages TEXT NOT NULL DEFAULT '',
    copies INTEGER NOT NULL,
    first_number INTEGER,
    last_number INTEGER,
    printer TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    remark TEXT NOT NULL DEFAULT '',
    person INTEGER REFERENCES person (id),
    at TEXT NOT NULL
);
CREATE INDEX print_run_by_issue ON print_run (issue, id);

-- 更正, 收回, 重印 of a printed issue: recorded, never an edit of it.
CREATE TABLE correction (
    id INTEGER PRIMARY KEY,
    issue INTEGER NOT NULL REFERENCES issue (id),
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    on_date TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES person (id)
);
CREATE INDEX correction_by_issue ON correction (issue, id);

-- A form the office changed: its own .docx stands over the shipped one of that name.
CREATE TABLE form_template (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL REFERENCES blob (sha256),
    changed_at TEXT NOT NULL
);

-- 附注 under the text of an upward form (联系人, 电话); 本期增发 in the imprint of an issue.
ALTER TABLE publication ADD COLUMN contact TEXT NOT NULL DEFAULT '';
ALTER TABLE issue ADD COLUMN extra_to TEXT NOT NULL DEFAULT '';

-- Which fonts Word files name: those the page was set in, or the official ones.
INSERT INTO setting VALUES ('word_fonts', 'actual');
