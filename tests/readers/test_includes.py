"""Parts that the template of a page puts in, by the names of what it includes."""

from __future__ import annotations

import pytest

from jdlint.readers.includes import included_parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Text\n\n{% include job/salary_range.html min='' %}\n", {"pay"}),
        ('{%- include_relative "how-to-apply.md" -%}', {"application"}),
        ("{{< apply-button >}}", {"application"}),
        ("{{% benefits %}} and {{% eeo-statement %}}", {"benefits", "equal_opportunity"}),
        ('{{ partial "jobs/about-us.html" . }}', {"company"}),
        ("{% include hiring_process.html %}", {"process"}),
        ("<%= render 'jobs/closing_date' %>", {"deadline"}),
        ("<?php include 'locations.php'; ?>", {"location"}),
        ("{% comment %}{% include salary.html %}{% endcomment %}", set()),
        ("{% include payment_form.html %} {% include footer.html %}", set()),
        ("{{ page.salary }} {{ salary }} {%", set()),
        ("Salary: see below", set()),
    ],
)
def test_the_parts_that_a_template_puts_in(text: str, parts: set[str]) -> None:
    assert included_parts(text) == parts
