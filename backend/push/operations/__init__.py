# SPDX-License-Identifier: EUPL-1.2
"""The verbs of web push, by who uses them: residents (subscriptions), staff and other features (messages), the worker
(progress)."""
