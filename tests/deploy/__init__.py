# SPDX-License-Identifier: EUPL-1.2
"""What deploy/ promises, tried with real processes: the demo, the services, nginx, the backup."""
