# SPDX-License-Identifier: EUPL-1.2
"""Notifications on phones (web push, RFC 8030): who wants which topics, what is sent when, how it arrived."""
