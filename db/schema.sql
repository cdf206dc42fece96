CREATE TABLE absence (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    deputy INTEGER REFERENCES person (id),
    from_date TEXT NOT NULL,
    to_date TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
);

CREATE TABLE act (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    person INTEGER REFERENCES person (id),
    name TEXT NOT NULL,
    summary TEXT NOT NULL DEFAULT '',
    group_id TEXT NOT NULL DEFAULT '',
    final INTEGER NOT NULL DEFAULT 0,
    undone_by INTEGER REFERENCES act (id)
);

CREATE TABLE act_row (
    act INTEGER NOT NULL REFERENCES act (id),
    position INTEGER NOT NULL,
    table_name TEXT NOT NULL,
    pk TEXT NOT NULL,
    before TEXT,
    after TEXT,
    PRIMARY KEY (act, position)
) WITHOUT ROWID;

CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    state TEXT NOT NULL,
    kind TEXT NOT NULL,
    form TEXT NOT NULL,
    tone TEXT NOT NULL,
    urgency TEXT NOT NULL,
    secrecy TEXT NOT NULL,
    secrecy_term TEXT NOT NULL DEFAULT '',
    protected INTEGER NOT NULL DEFAULT 0,
    credit TEXT NOT NULL DEFAULT '',
    characters INTEGER NOT NULL,
    revision INTEGER,
    reviewed_revision INTEGER,
    return_reason TEXT NOT NULL DEFAULT '',
    editor INTEGER NOT NULL REFERENCES person (id),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL
);

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

CREATE TABLE article_draft (
    article INTEGER PRIMARY KEY REFERENCES article (id),
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    saved_at TEXT NOT NULL
);

CREATE TABLE article_review (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (id),
    revision INTEGER NOT NULL REFERENCES article_revision (id),
    person INTEGER NOT NULL REFERENCES person (id),
    at TEXT NOT NULL,
    passed INTEGER NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
);

CREATE TABLE article_revision (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (id),
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    cause TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES person (id),
    at TEXT NOT NULL,
    UNIQUE (article, number)
);

CREATE TABLE article_source (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (id),
    submission INTEGER NOT NULL REFERENCES submission (id),
    position INTEGER NOT NULL,
    UNIQUE (article, submission)
);

CREATE TABLE blob (
    sha256 TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    encoding TEXT NOT NULL,
    bytes BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE chain (
    id INTEGER PRIMARY KEY,
    publication INTEGER REFERENCES publication (id),
    tone TEXT,
    secrecy TEXT,
    direction TEXT,
    posts TEXT NOT NULL
);

CREATE TABLE clean_proof (
    id INTEGER PRIMARY KEY,
    issue INTEGER NOT NULL REFERENCES issue (id),
    number INTEGER NOT NULL,
    body TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    check_code TEXT NOT NULL,
    pages INTEGER NOT NULL,
    person INTEGER NOT NULL REFERENCES person (id),
    at TEXT NOT NULL,
    UNIQUE (issue, number)
);

CREATE TABLE contribution (
    id INTEGER PRIMARY KEY,
    submission INTEGER NOT NULL REFERENCES submission (id),
    unit INTEGER NOT NULL REFERENCES unit (id),
    informant INTEGER REFERENCES informant (id),
    role TEXT NOT NULL,
    position INTEGER NOT NULL,
    share TEXT NOT NULL
);

CREATE TABLE copy_return (
    id INTEGER PRIMARY KEY,
    distribution INTEGER NOT NULL REFERENCES distribution (id),
    number INTEGER,
    copies INTEGER NOT NULL DEFAULT 1,
    outcome TEXT NOT NULL,
    on_date TEXT NOT NULL,
    remark TEXT NOT NULL DEFAULT ''
);

CREATE TABLE correction (
    id INTEGER PRIMARY KEY,
    issue INTEGER NOT NULL REFERENCES issue (id),
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    on_date TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES person (id)
);

CREATE TABLE counter (
    series TEXT NOT NULL,
    year INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (series, year)
) WITHOUT ROWID;

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

CREATE TABLE form_template (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL REFERENCES blob (sha256),
    changed_at TEXT NOT NULL
);

CREATE TABLE informant (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    unit INTEGER REFERENCES unit (id),
    kind TEXT NOT NULL,
    phone TEXT NOT NULL DEFAULT '',
    protected INTEGER NOT NULL DEFAULT 0,
    from_date TEXT,
    to_date TEXT
);

CREATE TABLE issue (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    publication INTEGER NOT NULL REFERENCES publication (id),
    state TEXT NOT NULL,
    year INTEGER,
    number INTEGER,
    running INTEGER,
    supplement INTEGER NOT NULL DEFAULT 0,
    date TEXT,
    secrecy TEXT NOT NULL,
    secrecy_term TEXT NOT NULL DEFAULT '',
    tone TEXT NOT NULL,
    urgency TEXT NOT NULL,
    report_to TEXT NOT NULL DEFAULT '',
    send_to TEXT NOT NULL DEFAULT '',
    issue_to TEXT NOT NULL DEFAULT '',
    copies INTEGER NOT NULL,
    pages INTEGER,
    editor INTEGER NOT NULL REFERENCES person (id),
    return_reason TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    signed_on TEXT,
    printed_on TEXT, extra_to TEXT NOT NULL DEFAULT '', passed_findings TEXT NOT NULL DEFAULT '',
    UNIQUE (publication, year, number, supplement)
);

CREATE TABLE issue_item (
    id INTEGER PRIMARY KEY,
    issue INTEGER NOT NULL REFERENCES issue (id),
    article INTEGER NOT NULL REFERENCES article (id),
    position INTEGER NOT NULL,
    column_name TEXT NOT NULL DEFAULT '',
    editor_note TEXT NOT NULL DEFAULT '', title_breaks TEXT NOT NULL DEFAULT '', cures TEXT NOT NULL DEFAULT '',
    UNIQUE (issue, article)
);

CREATE TABLE issued_file (
    id INTEGER PRIMARY KEY,
    issue INTEGER NOT NULL REFERENCES issue (id),
    format TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES blob (sha256),
    scheme TEXT NOT NULL,
    fonts TEXT NOT NULL,
    program TEXT NOT NULL,
    UNIQUE (issue, format)
);

CREATE TABLE leader (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    position INTEGER NOT NULL,
    from_date TEXT,
    to_date TEXT
);

CREATE TABLE page_scheme (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL
);

CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    post TEXT NOT NULL,
    position INTEGER NOT NULL,
    active INTEGER NOT NULL DEFAULT 1
);

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

CREATE TABLE publication (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE,
    subtitle TEXT NOT NULL DEFAULT '',
    direction TEXT NOT NULL,
    single_topic INTEGER NOT NULL DEFAULT 0,
    columns TEXT NOT NULL DEFAULT '',
    report_to TEXT NOT NULL DEFAULT '',
    send_to TEXT NOT NULL DEFAULT '',
    issue_to TEXT NOT NULL DEFAULT '',
    copies INTEGER NOT NULL DEFAULT 0,
    office TEXT NOT NULL DEFAULT '',
    notice TEXT NOT NULL DEFAULT '',
    contents INTEGER NOT NULL DEFAULT 0,
    credit INTEGER NOT NULL DEFAULT 1,
    date_rule TEXT NOT NULL DEFAULT 'signed',
    scheme TEXT NOT NULL DEFAULT '{}',
    position INTEGER NOT NULL,
    active INTEGER NOT NULL DEFAULT 1
, masthead TEXT NOT NULL DEFAULT '{}', copy_numbers TEXT NOT NULL DEFAULT 'none', contact TEXT NOT NULL DEFAULT '');

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

CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY,
    list TEXT NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    position INTEGER NOT NULL,
    person INTEGER REFERENCES person (id),
    UNIQUE (list, person, name)
);

CREATE TABLE search_entry (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    ref INTEGER NOT NULL,
    UNIQUE (kind, ref)
);

CREATE VIRTUAL TABLE search_index USING fts5 (
    words, content='', tokenize='unicode61', prefix='1'
);

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE sign_off (
    id INTEGER PRIMARY KEY,
    subject_kind TEXT NOT NULL,
    subject INTEGER NOT NULL,
    subject_sha256 TEXT NOT NULL,
    hash_version INTEGER NOT NULL,
    post TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES person (id),
    signed_on TEXT NOT NULL,
    at TEXT NOT NULL,
    previous_sha256 TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    withdrawn_reason TEXT NOT NULL DEFAULT ''
, on_behalf_of INTEGER REFERENCES person (id));

CREATE TABLE submission (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    writers TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    received_at TEXT NOT NULL,
    written_on TEXT,
    channel TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL,
    form TEXT NOT NULL,
    topic TEXT NOT NULL DEFAULT '',
    tone TEXT NOT NULL,
    urgency TEXT NOT NULL,
    secrecy TEXT NOT NULL,
    secrecy_term TEXT NOT NULL DEFAULT '',
    protected INTEGER NOT NULL DEFAULT 0,
    disposition TEXT,
    reason TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL,
    characters INTEGER NOT NULL,
    sha256 TEXT NOT NULL REFERENCES blob (sha256),
    file_name TEXT NOT NULL,
    format TEXT NOT NULL,
    remarks TEXT NOT NULL DEFAULT '',
    duplicate_of INTEGER REFERENCES submission (id), commissioned INTEGER NOT NULL DEFAULT 0, to_verify INTEGER NOT NULL DEFAULT 0, trashed_at TEXT, guessed TEXT NOT NULL DEFAULT '',
    UNIQUE (year, number)
);

CREATE TABLE submission_text (
    submission INTEGER PRIMARY KEY REFERENCES submission (id),
    body TEXT NOT NULL
);

CREATE TABLE transcription (
    id INTEGER PRIMARY KEY,
    issue INTEGER NOT NULL REFERENCES issue (id),
    article INTEGER NOT NULL REFERENCES article (id),
    old_proof INTEGER NOT NULL REFERENCES clean_proof (id),
    new_proof INTEGER NOT NULL REFERENCES clean_proof (id),
    typed_by INTEGER NOT NULL REFERENCES person (id),
    checked_by INTEGER NOT NULL REFERENCES person (id),
    at TEXT NOT NULL
);

CREATE TABLE unit (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    position INTEGER NOT NULL,
    frequency TEXT NOT NULL,
    phone TEXT NOT NULL DEFAULT '',
    own_office INTEGER NOT NULL DEFAULT 0,
    to_confirm INTEGER NOT NULL DEFAULT 0,
    active INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE unit_class (
    id INTEGER PRIMARY KEY,
    unit INTEGER NOT NULL REFERENCES unit (id),
    class TEXT NOT NULL,
    from_date TEXT,
    to_date TEXT
);

CREATE TABLE unit_editor (
    unit INTEGER PRIMARY KEY REFERENCES unit (id),
    person INTEGER NOT NULL REFERENCES person (id)
);

CREATE TABLE unit_name (
    id INTEGER PRIMARY KEY,
    unit INTEGER NOT NULL REFERENCES unit (id),
    name TEXT NOT NULL,
    alias INTEGER NOT NULL DEFAULT 0,
    from_date TEXT,
    to_date TEXT
);

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

CREATE INDEX absence_by_person ON absence (person, to_date);

CREATE INDEX act_by_group ON act (group_id) WHERE group_id <> '';

CREATE INDEX act_by_undone ON act (undone_by);

CREATE INDEX act_row_by_row ON act_row (table_name, pk, act);

CREATE INDEX article_by_changed ON article (changed_at, id);

CREATE INDEX article_by_state ON article (state, id);

CREATE INDEX article_comment_by_article ON article_comment (article, id);

CREATE INDEX article_review_by_article ON article_review (article, id);

CREATE INDEX article_source_by_submission ON article_source (submission, article);

CREATE INDEX clean_proof_by_code ON clean_proof (check_code, id);

CREATE INDEX contribution_by_submission ON contribution (submission, position);

CREATE INDEX contribution_by_unit ON contribution (unit, submission);

CREATE INDEX copy_return_by_distribution ON copy_return (distribution, number);

CREATE INDEX correction_by_issue ON correction (issue, id);

CREATE INDEX distribution_by_issue ON distribution (issue, position, id);

CREATE INDEX distribution_by_number ON distribution (first_number, last_number)
    WHERE first_number IS NOT NULL;

CREATE INDEX informant_by_unit ON informant (unit);

CREATE INDEX issue_by_date ON issue (date, id);

CREATE INDEX issue_by_printed ON issue (printed_on, id);

CREATE INDEX issue_by_state ON issue (state, id);

CREATE INDEX issue_item_by_article ON issue_item (article, issue);

CREATE INDEX print_run_by_issue ON print_run (issue, id);

CREATE INDEX recipient_by_publication ON recipient (publication, position, id);

CREATE INDEX sign_off_by_subject ON sign_off (subject_kind, subject, id);

CREATE INDEX submission_by_characters ON submission (characters, id);

CREATE INDEX submission_by_commissioned ON submission (year, number) WHERE commissioned = 1;

CREATE INDEX submission_by_disposition ON submission (disposition, year, number);

CREATE INDEX submission_by_kind ON submission (kind, year, number);

CREATE INDEX submission_by_received ON submission (received_at, id);

CREATE INDEX submission_by_sha256 ON submission (sha256);

CREATE INDEX submission_by_state ON submission (state, year, number);

CREATE INDEX submission_by_to_verify ON submission (year, number) WHERE to_verify = 1;

CREATE INDEX submission_by_trashed ON submission (trashed_at, id) WHERE trashed_at IS NOT NULL;

CREATE INDEX submission_in_order ON submission (year, number) WHERE trashed_at IS NULL;

CREATE INDEX submission_in_use ON submission (state, disposition, urgency, received_at, commissioned)
    WHERE trashed_at IS NULL;

CREATE INDEX transcription_by_issue ON transcription (issue, id);

CREATE INDEX unit_by_position ON unit (position, id);

CREATE INDEX unit_class_by_unit ON unit_class (unit, to_date);

CREATE INDEX unit_editor_by_person ON unit_editor (person, unit);

CREATE INDEX unit_name_by_name ON unit_name (name);

CREATE INDEX unit_name_by_unit ON unit_name (unit, alias, to_date);

CREATE INDEX verification_by_submission ON verification (submission, id);

