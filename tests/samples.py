"""Texts that tests of several rooms make sites of."""

from __future__ import annotations

SPEECH = """\
---
title: A speech
description: What was said.
text:
  publisher: A publisher
  language: en
  relation: examined
---

We choose **to go** to the moon. We choose to go.

Not because it is easy, but because it is hard.
"""

# In another language and direction than the site.
SERMON = """\
---
title: خطاب
description: ما قيل في المدينة.
text:
  publisher: صحيفة المدينة
  language: ar
  relation: primary
---

اخترنا الذهاب إلى القمر.
"""
SERMON_NOTE = """\
id: qamar
kind: context
title: Which moon
target: إلى القمر
body: A body.
contributors: [editors]
"""
