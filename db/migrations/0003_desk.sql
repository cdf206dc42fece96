-- The desk: verification, trash, comments, saved searches, who edits for which unit, absence.

-- 约稿来稿, a plain field of the registration here; and what still has to be asked after.
ALTER TABLE submission ADD COLUMN commissioned INTEGER NOT NULL DEFAULT 0;
ALTER TABLE submission ADD COLUMN to_verify INTEGER NOT NULL DEFAULT 0;
-- In the trash since; NULL for what is in use. Numbers stay taken.
ALTER TABLE submission ADD COLUMN trashed_at TEXT;
-- What was worked out from words and no person has looked at yet: kind, tone, topic, with commas.
ALTER TABLE submission ADD COLUMN guessed TEXT NOT NULL DEFAULT '';
CREATE INDEX submission_by_to_verify ON submission (year, number) WHERE to_verify = 1;
CREATE INDEX submission_by_commissioned ON submission (year, number) WHERE commissioned = 1;
-- All that the counts of the queues need, without the rows.
CREATE INDEX submission_in_use ON submission (state, disposition, urgency, received_at, commissioned)
    WHERE trashed_at IS NULL;
-- The usual order of the list, read without the rows.
CREATE INDEX submission_in_order ON submission (year, number) WHERE trashed_at IS NULL;
CREATE INDEX submission_by_trashed ON submission (trashed_at, id) WHERE trashed_at IS NOT NULL;

-- 核实 in a line: who asked whom, by what way, and what came of it.
CREATE TABLE verification (
    id INTEGER PRIMARY KEY,
    submission INTEGER NOT NULL REFERENCES submission (id),
    person INTEGER NOT NULL REFERENCES person (id),
    at TEXT NOT NULL,
    asked TEXT NOT NULL DEFAULT '',
    way TEXT NOT NULL DEFAULT '',
    outcome TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX verification_by_submission ON verification (submission, id);

-- A remark on an article; block is the id of the block it stands at, first..last its characters.
CREATE TABLE article_comment (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (id),
    block TEXT NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    quote TEXT NOT NULL,
    text TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES person (id),
    at TEXT NOT NULL,
    settled_at TEXT
);
CREATE INDEX article_comment_by_article ON article_comment (article, id);

-- A filter kept under a name, shown among the queues of its list; body is the filter as JSON.
CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY,
    list TEXT NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    position INTEGER NOT NULL,
    person INTEGER REFERENCES person (id),
    UNIQUE (list, person, name)
);

-- 分工: the editor who looks after a unit.
CREATE TABLE unit_editor (
    unit INTEGER PRIMARY KEY REFERENCES unit (id),
    person INTEGER NOT NULL REFERENCES person (id)
);
CREATE INDEX unit_editor_by_person ON unit_editor (person, unit);

-- A person is away from..to (both inclusive); deputy may sign in the person's place.
CREATE TABLE absence (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    deputy INTEGER REFERENCES person (id),
    from_date TEXT NOT NULL,
    to_date TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
);
CREATE INDEX absence_by_person ON absence (person, to_date);

-- 受托代签: the person whose turn it was, where another one signed; part of the hash from version 2.
ALTER TABLE sign_off ADD COLUMN on_behalf_of INTEGER REFERENCES person (id);

-- Ctrl+K by 校验码 and 份号.
CREATE INDEX clean_proof_by_code ON clean_proof (check_code, id);
CREATE INDEX distribution_by_number ON distribution (first_number, last_number)
    WHERE first_number IS NOT NULL;

-- What the whole-issue check found when the issue was last sent to be signed, and why it went
-- nevertheless, as JSON: nobody is asked the same twice.
ALTER TABLE issue ADD COLUMN passed_findings TEXT NOT NULL DEFAULT '';
