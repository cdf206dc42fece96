"""The commands of ``xinxi``, each group in its module, in the order in which the work goes."""

from __future__ import annotations

import click

from xinxi_desktop import __version__
from xinxi_desktop.cli import (
    article_commands,
    backup_commands,
    demo_command,
    distribution_commands,
    form_commands,
    intake_commands,
    issue_commands,
    ledger_commands,
    list_commands,
    office_commands,
    page_commands,
    person_commands,
    publication_commands,
    scheme_commands,
    self_test_command,
    starting_commands,
    undo_command,
)
from xinxi_desktop.cli.chinese import Group
from xinxi_desktop.cli.help_texts import PROGRAM

_SETTINGS = {"help_option_names": ["--help", "-h"], "max_content_width": 110}


@click.group(cls=Group, context_settings=_SETTINGS, help=PROGRAM)
@click.version_option(__version__, message="信息科工作台 %(version)s", help="显示版本。")
def xinxi() -> None:
    """Hold the commands together."""


for command in (
    office_commands.new,
    intake_commands.import_,
    intake_commands.units,
    ledger_commands.import_ledger_,
    intake_commands.dispose,
    intake_commands.trash,
    intake_commands.verification_,
    article_commands.article,
    article_commands.review,
    article_commands.revisions_,
    article_commands.text,
    issue_commands.issue,
    issue_commands.check,
    issue_commands.divert,
    issue_commands.advice,
    issue_commands.proof,
    issue_commands.sign,
    issue_commands.finalise,
    issue_commands.print_out,
    issue_commands.export,
    form_commands.forms_,
    form_commands.form,
    form_commands.correct,
    form_commands.recall,
    form_commands.reprint,
    distribution_commands.recipients_,
    distribution_commands.distribution,
    distribution_commands.returns,
    distribution_commands.print_runs,
    page_commands.typeset,
    scheme_commands.schemes_,
    scheme_commands.scheme_,
    publication_commands.publications_,
    person_commands.duties_,
    person_commands.absences_,
    list_commands.statistics,
    list_commands.list_,
    list_commands.search,
    undo_command.undo,
    office_commands.verify,
    office_commands.backup,
    starting_commands.start_number,
    starting_commands.new_year_,
    office_commands.rehearse_,
    backup_commands.backups,
    backup_commands.restore,
    page_commands.fonts,
    demo_command.demo,
    self_test_command.self_test,
):
    xinxi.add_command(command)
