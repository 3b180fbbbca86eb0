// SPDX-License-Identifier: EUPL-1.2
/** Generated from backend/openapi.json by `npm run types`; not edited by hand. */

export interface paths {
    "/api/v1/bootstrap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything a start needs in one answer: municipality, theme, modules, start feed. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Bootstrap"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything searchable; every word must occur; at most 20 finds of a kind. */
        get: {
            parameters: {
                query?: {
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SearchHit"][];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All municipalities of this server, by name. Not kept: another one's change does not bump this one's version. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TenantLink"][];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/news": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List visible news, newest first, without bodies. */
        get: {
            parameters: {
                query?: {
                    /** @description Slug of a category */
                    category?: string;
                    /** @description Words; case, umlauts and ß do not matter */
                    q?: string;
                    page?: number;
                    page_size?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        "X-Pagination": components["headers"]["PAGINATION"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewsListItem"][];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/news/{item_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        /** One news item with its text. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    item_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewsItem"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pages/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        /** One page with its text. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the sign-in has come, and the CSRF token. Gives strangers the cookie that the token belongs to. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        /** Sign in with mail address and password; a second factor is asked for next, if there is one. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        /** End this session, at whatever stage. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/session/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The second step of signing in: a code of the app or a recovery code. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Code"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the person is signed in, in all municipalities. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnSession"][];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        /** End all own sessions, in every municipality, this one included. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of the own sessions. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    session_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the own password; all other sessions end. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PasswordChange"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A secret for the authenticator app; active once a first code confirms it. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FactorOffer"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/second-factor/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Activate the second factor; the recovery codes are shown this once, all other sessions end. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Code"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecoveryCodes"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/second-factor/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch the second factor off, where all municipalities of the person allow it. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Password"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ten new recovery codes; the old ones are worthless. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Password"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecoveryCodes"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a link for a new password; the answer is the same for every address. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AskReset"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/password-reset/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whose password a link sets; uses nothing up. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ResetOffer"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/password-reset/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set the new password; every session of the person ends. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Reset"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/invitations/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an invitation offers; uses nothing up. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Offer"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/invitations/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Become staff and be signed in. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Accept"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/switch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The address that continues this sign-in in another municipality. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Switch"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SwitchTarget"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/switch/redemption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Continue a sign-in that began in another municipality. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All members, by name. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Member"][];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/people/{member_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        get?: never;
        /** Give a member exactly these roles, perhaps for one organiser only; never takes the last ADMIN away. */
        put: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    member_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Rights"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Member"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedMember"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        post?: never;
        /** End a membership and its sessions; never the last ADMIN's. */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    member_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedMember"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/people/{member_id}/second-factor-term": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a member fourteen new days to set up the second factor. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    member_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Member"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations that nobody has accepted yet. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Invitation"][];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        /** Send an invitation by mail; replaces an open one to the same address. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Invite"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/invitations/{invitation_id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an invitation again with a new link; the old one is worthless. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    invitation_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/invitations/{invitation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Make an invitation's link worthless. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    invitation_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the staff of this municipality works. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Settings"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        /** Decide here what the tenant file only proposes. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SettingsChange"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Settings"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what when, the newest first. */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    page_size?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        "X-Pagination": components["headers"]["PAGINATION"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuditEntry"][];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/news": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All items: what is unfinished first, then visible ones, newest first, then expired and withdrawn ones. */
        get: {
            parameters: {
                query?: {
                    /** @description Slug of a category */
                    category?: string;
                    /** @description Words; case, umlauts and ß do not matter */
                    q?: string;
                    state?: "draft" | "submitted" | "scheduled" | "visible" | "expired" | "withdrawn";
                    page?: number;
                    page_size?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        "X-Pagination": components["headers"]["PAGINATION"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffNewsListItem"][];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/news/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many items are in each state. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StateCounts"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/news/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All categories in the municipality's order. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Category"][];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/news/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The feeds that are imported, and how the last import of each ended. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffSource"][];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/news/sources/{source_id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import a feed now, in the background. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    source_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/news/{item_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        /** One thing with unpublished changes laid over it. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    item_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffNews"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        /**
         * Keep the whole content; residents see nothing of it. With `If-None-Match: *` a draft of this id is made
         *     (201).
         */
        put: {
            parameters: {
                query?: never;
                header?: {
                    "If-Match"?: string;
                    "If-None-Match"?: string;
                };
                path: {
                    item_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewsContent"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffNews"];
                    };
                };
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffNews"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffNews"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        post?: never;
        /** Delete what residents have never seen, or what nothing needs. */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    item_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffNews"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/news/{item_id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Drop the unpublished changes; they stay in the history. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    item_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffNews"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffNews"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/news/{item_id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show the content to residents, at once or from its date on, and let phones ring with it if wished; what is
         *     lacking comes as errors by field.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    item_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffNews"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffNews"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/news/{item_id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        /** The history, newest first; saves of one sitting are one line. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    item_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Revision"][];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/news/{item_id}/revisions/{revision_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
                revision_id: string;
            };
            cookie?: never;
        };
        /** One line of the history with its content. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    item_id: string;
                    revision_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewsRevision"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/news/{item_id}/revisions/{revision_id}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
                revision_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on from an earlier content; residents see nothing of it yet. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    item_id: string;
                    revision_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffNews"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffNews"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/news/{item_id}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for the second pair of eyes. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    item_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffNews"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffNews"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/news/{item_id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give it back to its author, with a word why. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    item_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Return"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffNews"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffNews"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/news/{item_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take it from the residents at once. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    item_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffNews"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffNews"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/news/{item_id}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a withdrawn one a draft again. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    item_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffNews"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffNews"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List dates by their start; a series comes once for each. Nothing is counted for it: the totals in X-Pagination
         *     reach one past this page while there is more.
         */
        get: {
            parameters: {
                query?: {
                    /** @description A local date (2026-12-08) or an instant with its offset (2026-12-08T14:30:00+01:00) */
                    from?: string;
                    /** @description A local date (2026-12-08) or an instant with its offset (2026-12-08T14:30:00+01:00) */
                    to?: string;
                    /** @description Slug of a category */
                    category?: string;
                    /** @description Words; case, umlauts and ß do not matter */
                    q?: string;
                    page?: number;
                    page_size?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        "X-Pagination": components["headers"]["PAGINATION"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EventListItem"][];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much is listed on each day, for a month view; days without anything are left out; at most 100 days. */
        get: {
            parameters: {
                query?: {
                    /** @description A local date (2026-12-08) or an instant with its offset (2026-12-08T14:30:00+01:00) */
                    from?: string;
                    /** @description A local date (2026-12-08) or an instant with its offset (2026-12-08T14:30:00+01:00) */
                    to?: string;
                    /** @description Slug of a category */
                    category?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Day"][];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All categories in the municipality's order. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Category"][];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{event_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: string;
            };
            cookie?: never;
        };
        /** One event on one of its dates, with the next ten. */
        get: {
            parameters: {
                query?: {
                    /** @description Which date of a series: its local start before any change, "2026-12-08T14:30" or "2026-12-08" */
                    date?: string;
                };
                header?: never;
                path: {
                    event_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Event"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is to be released first, then drafts, then what comes by its next date, then what is over. */
        get: {
            parameters: {
                query?: {
                    state?: "draft" | "submitted" | "scheduled" | "visible" | "expired" | "withdrawn";
                    /** @description Slug of a category */
                    category?: string;
                    /** @description Words; case, umlauts and ß do not matter */
                    q?: string;
                    /** @description Id of an organiser */
                    organiser?: string;
                    page?: number;
                    page_size?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        "X-Pagination": components["headers"]["PAGINATION"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffEventListItem"][];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/events/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many events are in each state. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StateCounts"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/events/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All categories in the municipality's order. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Category"][];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/events/dates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The next ten dates of what is in the form; what is wrong with it is answered, nothing is kept. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DatesQuestion"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Dates"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/events/school-holidays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The school holidays that touch these days; none where nobody knows them. */
        get: {
            parameters: {
                query: {
                    from: string;
                    to: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Holiday"][];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/events/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The calendars that are imported, and how the last import of each ended. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffSource"][];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/events/sources/{source_id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import a calendar now, in the background. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    source_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/events/organisers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All organisers by name; who writes for one only gets that one. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Organiser"][];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        /** A new organiser. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OrganiserContent"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Organiser"];
                    };
                };
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Organiser"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/events/organisers/{organiser_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organiser_id: string;
            };
            cookie?: never;
        };
        /** One organiser. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organiser_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Organiser"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        /** Change an organiser, for all its events. */
        put: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    organiser_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OrganiserContent"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Organiser"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedOrganiser"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        post?: never;
        /** Delete an organiser that no event and no person needs. */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    organiser_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedOrganiser"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/events/{item_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        /** One thing with unpublished changes laid over it. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    item_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffEvent"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        /**
         * Keep the whole content; residents see nothing of it. With `If-None-Match: *` a draft of this id is made
         *     (201).
         */
        put: {
            parameters: {
                query?: never;
                header?: {
                    "If-Match"?: string;
                    "If-None-Match"?: string;
                };
                path: {
                    item_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EventContent"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffEvent"];
                    };
                };
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffEvent"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffEvent"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        post?: never;
        /** Delete what residents have never seen, or what nothing needs. */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    item_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffEvent"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/events/{item_id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Drop the unpublished changes; they stay in the history. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    item_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffEvent"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffEvent"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/events/{item_id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show the content to residents, at once or from its date on, and let phones ring with it if wished; what is
         *     lacking comes as errors by field.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    item_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffEvent"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffEvent"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/events/{item_id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        /** The history, newest first; saves of one sitting are one line. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    item_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Revision"][];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/events/{item_id}/revisions/{revision_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
                revision_id: string;
            };
            cookie?: never;
        };
        /** One line of the history with its content. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    item_id: string;
                    revision_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EventRevision"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/events/{item_id}/revisions/{revision_id}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
                revision_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on from an earlier content; residents see nothing of it yet. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    item_id: string;
                    revision_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffEvent"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffEvent"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/events/{item_id}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for the second pair of eyes. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    item_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffEvent"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffEvent"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/events/{item_id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give it back to its author, with a word why. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    item_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Return"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffEvent"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffEvent"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/events/{item_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take it from the residents at once. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    item_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffEvent"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffEvent"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/events/{item_id}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a withdrawn one a draft again. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    item_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffEvent"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffEvent"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Suggest an event: 201, or 200 when the same arrives again. Editors decide; nothing is shown before. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Suggest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnSuggestion"];
                    };
                };
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnSuggestion"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/suggestions/{suggestion_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                suggestion_id: string;
            };
            cookie?: never;
        };
        /** What became of the own suggestion. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    suggestion_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnSuggestion"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/events/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Those to decide first. */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    page_size?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        "X-Pagination": components["headers"]["PAGINATION"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffSuggestion"][];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/events/suggestions/{suggestion_id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                suggestion_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a draft of it: `event_id`. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    suggestion_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffSuggestion"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/events/suggestions/{suggestion_id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                suggestion_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say no, perhaps why. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    suggestion_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffSuggestion"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/defects/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be reported, in the municipality's order. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DefectCategory"][];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/defects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what is public, the newest change first. */
        get: {
            parameters: {
                query?: {
                    /** @description Code of a category */
                    category?: string;
                    status?: "open" | "closed";
                    /** @description Words of number, title, place and text; case, umlauts and ß do not matter */
                    q?: string;
                    page?: number;
                    page_size?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        "X-Pagination": components["headers"]["PAGINATION"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DefectListItem"][];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/defects/points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a map shows: everything open, then the newest of what is closed; 2,000 at most. */
        get: {
            parameters: {
                query?: {
                    /** @description Code of a category */
                    category?: string;
                    status?: "open" | "closed";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DefectPoint"][];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/defects/nearby": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Up to five public reports of a category within its radius, the nearest first: open, or closed in the last 30
         *     days.
         */
        get: {
            parameters: {
                query: {
                    category: string;
                    lat: number;
                    lon: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NearbyDefect"][];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/defects/{report_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        /** One report. What was withdrawn, rejected or hidden answers like what never was. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Defect"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        /**
         * Report a defect: 201, or 200 with the same receipt when the same arrives again. As JSON, or as multipart with the
         *     JSON in one part `report` and up to five parts `photo`. The client makes id and secret.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": components["schemas"]["Parts"];
                    "application/json": components["schemas"]["Submit"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Receipt"];
                    };
                };
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Receipt"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/defects/{report_id}/own": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        /** All that is stored of the own report. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnReport"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/defects/{report_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer the town hall's question. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Reply"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnReport"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/defects/{report_id}/photos": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a photo. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": components["schemas"]["PhotoPart"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnReport"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/defects/{report_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the own report back. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnReport"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/defects/{report_id}/reopening": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that it is not done: once, within two weeks. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Reopening"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnReport"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/defects/{report_id}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        get?: never;
        /** Change the contact. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnReport"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        post?: never;
        /** Delete the contact. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnReport"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/defects/{report_id}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Delete everything that was given; number and state stay for the statistics. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/defects/{report_id}/supports": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that it bothers one too; once per phone. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Support"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Supports"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/defects/{report_id}/flags": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that this entry should not be public as it is; once per phone. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Flag"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/defects/area": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The municipality's border, its neighbours and places: enough to choose a spot without a net. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Area"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/defects/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many reports there are, and how well the town hall keeps its promise. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Statistics"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/defects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for an answer by what is due next, or another view. */
        get: {
            parameters: {
                query?: {
                    view?: "inbox" | "working" | "waiting" | "closed";
                    /** @description Code of a category */
                    category?: string;
                    /** @description Words of number, title, text and place */
                    q?: string;
                    assignee?: "me" | "nobody";
                    page?: number;
                    page_size?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        "X-Pagination": components["headers"]["PAGINATION"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffDefectListItem"][];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/defects/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many reports each view has, and why those of the inbox are there. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffDefectCounts"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/defects/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who can look after reports, by name. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DefectPerson"][];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/defects/recipients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The offices to which reports were forwarded before, the last one first. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Recipient"][];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/defects/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All reports as a table, without personal data. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/defects/{report_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        /** Everything about a report but the contact. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffDefect"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/defects/{report_id}/photos/{photo_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
                photo_id: string;
            };
            cookie?: never;
        };
        /** A private photo (WebP) that is at least so wide, else the widest. */
        get: {
            parameters: {
                query?: {
                    /** @description Pixels, at least */
                    width?: number;
                };
                header?: never;
                path: {
                    report_id: string;
                    photo_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/defects/{report_id}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        /** Who reported; that somebody has looked stands in the log. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffContact"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/defects/{report_id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One step: state, answer, and what everybody sees. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    report_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Decision"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffDefect"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffDefect"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/defects/{report_id}/parting": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lead a duplicate on by itself again. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    report_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffDefect"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffDefect"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/defects/{report_id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down what only staff read. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InternalNote"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffDefect"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/defects/{report_id}/assignment": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say who looks after a report. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Assignment"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffDefect"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/defects/{report_id}/flags/dismissal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that what residents objected to may stay. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffDefect"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/defects/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All categories in the municipality's order, also those that are switched off. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffCategory"][];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        /** A new category. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CategoryContent"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffCategory"];
                    };
                };
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffCategory"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/defects/categories/{category_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                category_id: string;
            };
            cookie?: never;
        };
        /** One category. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    category_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffCategory"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        /** Change a category, for reports to come. */
        put: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    category_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CategoryContent"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffCategory"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffCategory"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        post?: never;
        /** Delete a category that never had a report. */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    category_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffCategory"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/defects/categories/{category_id}/test-mail": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                category_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand a mail for the office over now. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    category_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/defects/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the municipality answers. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReporterSettings"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        /** Decide here what the tenant file only proposes. */
        put: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReporterContent"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReporterSettings"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedReporterSettings"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List services from A to Z, or what matches `q`, the best first. */
        get: {
            parameters: {
                query?: {
                    /** @description Slug of a situation in life */
                    life_situation?: string;
                    /** @description Words; case, umlauts and ß do not matter; the best comes first */
                    q?: string;
                    page?: number;
                    page_size?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        "X-Pagination": components["headers"]["PAGINATION"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ServiceListItem"][];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/situations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The situations in life under which something is found. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CountedSituation"][];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/top": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What residents ask for most: the municipality's choice, nothing is counted. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ServiceListItem"][];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/index": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All services and offices, compact, for searching on the phone. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Index"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/offices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All offices with their opening hours. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OfficeListItem"][];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/offices/{office_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                office_id: string;
            };
            cookie?: never;
        };
        /** One office with what it is responsible for. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    office_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Office"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/{service_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: string;
            };
            cookie?: never;
        };
        /** One service: what it is, what to bring, whom to see, where to apply. */
        get: {
            parameters: {
                query?: {
                    language?: string;
                };
                header?: never;
                path: {
                    service_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Service"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Broken links first, then from A to Z, or what matches `q`, the best first; also what is hidden. */
        get: {
            parameters: {
                query?: {
                    view?: "all" | "broken" | "own" | "hidden";
                    situation?: string;
                    q?: string;
                    page?: number;
                    page_size?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        "X-Pagination": components["headers"]["PAGINATION"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffServiceListItem"][];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/services/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many entries each view has. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ServiceCounts"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/services/situations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All situations in life under which an entry can stand. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Situation"][];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/services/links/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the check of the links is getting on. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LinkCheck"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        /** Check all links now, in the background. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LinkCheck"];
                    };
                };
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LinkCheck"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/services/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where entries are imported from, and how the last import of each ended. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ServiceSource"][];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/services/sources/{source_id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import a source now, in the background. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    source_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/services/sources/{source_id}/key": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        get?: never;
        /** Keep the key that the Land gave this municipality; nothing gives it out again. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    source_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SourceKey"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        post?: never;
        /** Forget the key. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    source_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/services/{service_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: string;
            };
            cookie?: never;
        };
        /** One entry: the municipality's own words, what stands there without them, and what residents read. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    service_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffService"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        /**
         * Write the municipality's own words; residents see them at once. With `If-None-Match: *` an entry of its own is
         *     made (201).
         */
        put: {
            parameters: {
                query?: never;
                header?: {
                    "If-Match"?: string;
                    "If-None-Match"?: string;
                };
                path: {
                    service_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ServiceContent"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffService"];
                    };
                };
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffService"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffService"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        post?: never;
        /** Delete an entry of the municipality's own. */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    service_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffService"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/services/{service_id}/hiding": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an entry from the residents. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    service_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffService"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffService"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/services/{service_id}/unhiding": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show it again. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    service_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffService"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffService"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/services/{service_id}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Throw the municipality's own words away. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    service_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffService"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffService"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/services/offices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All offices in the municipality's order, also hidden ones. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffOffice"][];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/services/offices/{office_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                office_id: string;
            };
            cookie?: never;
        };
        /** One office. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    office_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffOffice"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        /**
         * Change an office; residents see it at once. With `If-None-Match: *` one of the municipality's own is made
         *     (201).
         */
        put: {
            parameters: {
                query?: never;
                header?: {
                    "If-Match"?: string;
                    "If-None-Match"?: string;
                };
                path: {
                    office_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OfficeContent"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffOffice"];
                    };
                };
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffOffice"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffOffice"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        post?: never;
        /** Delete an office that was made here. */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    office_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffOffice"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/services/offices/{office_id}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                office_id: string;
            };
            cookie?: never;
        };
        get?: never;
        /** Close an office for a day or a few; it opens again by itself. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    office_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Closing"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffOffice"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        post?: never;
        /** Take the closing back, with the item of the news that told it. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    office_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffOffice"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/services/top": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What residents ask for most: the municipality's choice, else the Land's. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Top"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        /** Choose them, in this order. */
        put: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TopChoice"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Top"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedTop"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All pages in the municipality's order. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffPageListItem"][];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/pages/{item_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        /** One thing with unpublished changes laid over it. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    item_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffPage"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        /**
         * Keep the whole content; residents see nothing of it. With `If-None-Match: *` a draft of this id is made
         *     (201).
         */
        put: {
            parameters: {
                query?: never;
                header?: {
                    "If-Match"?: string;
                    "If-None-Match"?: string;
                };
                path: {
                    item_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PageContent"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffPage"];
                    };
                };
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffPage"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffPage"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        post?: never;
        /** Delete what residents have never seen, or what nothing needs. */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    item_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffPage"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/pages/{item_id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Drop the unpublished changes; they stay in the history. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    item_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffPage"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffPage"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/pages/{item_id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show the content to residents; what is lacking comes as errors by field. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    item_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffPage"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffPage"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/pages/{item_id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        /** The history, newest first; saves of one sitting are one line. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    item_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Revision"][];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/pages/{item_id}/revisions/{revision_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
                revision_id: string;
            };
            cookie?: never;
        };
        /** One line of the history with its content. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    item_id: string;
                    revision_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageRevision"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/pages/{item_id}/revisions/{revision_id}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
                revision_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on from an earlier content; residents see nothing of it yet. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    item_id: string;
                    revision_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffPage"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffPage"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/media": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The pictures of the library, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description Words of name, description and credit */
                    q?: string;
                    /** @description Only pictures that nothing shows */
                    unused?: boolean;
                    page?: number;
                    page_size?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        "X-Pagination": components["headers"]["PAGINATION"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffMedia"][];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        /** Take a picture in: 201, or 200 with the known one if the same bytes were here before. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": components["schemas"]["Upload"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffMedia"];
                    };
                };
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffMedia"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/media/{media_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                media_id: string;
            };
            cookie?: never;
        };
        /** One picture and the places that show it. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    media_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffMediaDetail"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        /** Change name, description, credit and focal point. */
        put: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    media_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PictureContent"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffMediaDetail"];
                    };
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffMediaDetail"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        post?: never;
        /** Delete a picture that nothing shows. */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    media_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Changed in the meantime */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedStaffMediaDetail"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/push/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Subscribe, or change the subscription with this endpoint: 201 for a new one, else 200. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Subscribe"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Subscription"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/push/subscriptions/{subscription_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subscription_id: string;
            };
            cookie?: never;
        };
        /** What this device has subscribed to. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subscription_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Subscription"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        /** Change topics and quiet hours, or the address when the browser has renewed it. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subscription_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Change"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Subscription"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        post?: never;
        /** Leave: nothing of the subscription stays. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subscription_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/push/audience": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many devices a notification would reach. */
        get: {
            parameters: {
                query: {
                    topic: string[];
                    urgent?: boolean;
                    /** @description When; default: now */
                    at?: string | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Audience"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/push/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send to one of the editor's own devices, now; `GET messages/{id}` tells whether it arrived. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Test"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Message"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/push/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All notifications, the newest first. */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    page_size?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        "X-Pagination": components["headers"]["PAGINATION"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Message"][];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        /** Write a notification on its own. The client makes the `id`: sent twice, it rings once (201, then 200). */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MessageBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Message"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/push/messages/{message_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: string;
            };
            cookie?: never;
        };
        /** One notification with its counts. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    message_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Message"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/push/messages/{message_id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call off a notification, or the rest of it. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    message_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Message"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            /** @example urn:sva:problem:not-found */
            type: string;
            code: string;
            title: string;
            status: number;
            detail?: string;
            /** @description Messages by field */
            errors?: {
                [key: string]: unknown;
            };
        };
        PaginationMetadata: {
            /** @description Total number of items. */
            total?: number;
            /** @description Total number of pages. */
            total_pages?: number;
            /** @description First available page number. */
            first_page?: number;
            /** @description Last available page number. */
            last_page?: number;
            /** @description Current page number. */
            page?: number;
            /** @description Previous page number. */
            previous_page?: number;
            /** @description Next page number. */
            next_page?: number;
        };
        Tenant: {
            slug: string;
            name: string;
            kind: string;
            district: string | null;
            ags: string;
            ars: string;
            language: string;
            origin: string;
            demo: boolean;
            initials: string;
            arms: string | null;
            /** @enum {string} */
            motif: "castle" | "forest" | "water";
            latitude: number | null;
            longitude: number | null;
            bbox: number[] | null;
            phone: string | null;
            email: string | null;
            website: string | null;
            address: string | null;
        };
        Theme: {
            url: string;
            color_light: string;
            color_dark: string;
            paper_light: string;
            paper_dark: string;
        };
        QuickAction: {
            label: string;
            icon: string;
            href: string;
        };
        PageLink: {
            slug: string;
            title: string;
            role: string | null;
        };
        Category: {
            slug: string;
            name: string;
        };
        Image: {
            alt: string;
            credit: string | null;
            caption: string | null;
            width: number;
            height: number;
            focal_x: number;
            focal_y: number;
            src: string;
            srcset: string;
        };
        NewsListItem: {
            /** Format: uuid */
            id: string;
            title: string;
            teaser: string;
            category: components["schemas"]["Category"] | null;
            image: components["schemas"]["Image"] | null;
            /** Format: date-time */
            published_at: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: date-time */
            unpublish_at: string | null;
            urgent: boolean;
            source_name: string | null;
        };
        StartNews: {
            categories: components["schemas"]["Category"][];
            items: components["schemas"]["NewsListItem"][];
            notices: components["schemas"]["NewsListItem"][];
        };
        PriceInBrief: {
            /** @enum {string} */
            kind: "unknown" | "free" | "paid";
            cents: number | null;
            text: string | null;
        };
        EventListItem: {
            /** @description Which date of a series: its local start before any change, "2026-12-08T14:30" or "2026-12-08" */
            date: string;
            /** Format: date-time */
            starts_at: string;
            /** Format: date-time */
            ends_at: string | null;
            all_day: boolean;
            /** Format: date */
            first_day: string;
            /** Format: date */
            last_day: string;
            /** @enum {string} */
            status: "scheduled" | "cancelled" | "postponed";
            note: string | null;
            /** Format: date-time */
            previous_start: string | null;
            place_name: string | null;
            /** Format: uuid */
            id: string;
            title: string;
            category: components["schemas"]["Category"] | null;
            recurring: boolean;
            price: components["schemas"]["PriceInBrief"];
        };
        StartEvents: {
            categories: components["schemas"]["Category"][];
            items: components["schemas"]["EventListItem"][];
        };
        CategoryInBrief: {
            code: string;
            name: string;
            icon: string;
        };
        DefectListItem: {
            /** Format: uuid */
            id: string;
            number: string;
            title: string;
            category: components["schemas"]["CategoryInBrief"];
            /** @enum {string} */
            status: "received" | "accepted" | "question" | "in_progress" | "scheduled" | "forwarded" | "resolved" | "closed_unresolved" | "duplicate" | "withdrawn" | "rejected";
            /** @enum {string} */
            light: "red" | "yellow" | "green" | "mixed";
            /** @enum {string|null} */
            reason: "not_responsible" | "private" | "no_funds" | "not_a_defect" | null;
            note: string | null;
            place: string | null;
            lat: number | null;
            lon: number | null;
            photo: components["schemas"]["Image"] | null;
            /** Format: date-time */
            received_at: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: date */
            due_on: string;
            /** Format: date */
            answered_on: string | null;
            /** Format: date */
            expected_on: string | null;
            forwarded_to: string | null;
            supports: number;
        };
        StartDefects: {
            /** @enum {string} */
            mode: "own" | "link";
            url: string | null;
            name: string | null;
            contact_days: number;
            items: components["schemas"]["DefectListItem"][];
        };
        Situation: {
            slug: string;
            name: string;
            icon: string;
        };
        ServiceListItem: {
            /** Format: uuid */
            id: string;
            title: string;
            teaser: string;
            short: string;
            situation: components["schemas"]["Situation"];
            online: boolean;
            /** @enum {string|null} */
            url_level: "own" | "online" | "portal" | "bundesportal" | "search" | null;
        };
        Portal: {
            name: string;
            url: string;
        };
        Overview: {
            top: components["schemas"]["ServiceListItem"][];
            count: number;
            situations: number;
            portal: components["schemas"]["Portal"];
        };
        StartPush: {
            public_key: string;
        };
        Map: {
            tiles: string;
            attribution: string;
        };
        Bootstrap: {
            tenant: components["schemas"]["Tenant"];
            theme: components["schemas"]["Theme"];
            modules: string[];
            quick_actions: components["schemas"]["QuickAction"][];
            pages: components["schemas"]["PageLink"][];
            contact_accessibility: string | null;
            feedback: string | null;
            news: components["schemas"]["StartNews"] | null;
            events: components["schemas"]["StartEvents"] | null;
            defects: components["schemas"]["StartDefects"] | null;
            services: components["schemas"]["Overview"] | null;
            /** @description Public holidays of this year and the next */
            holidays: string[];
            push: components["schemas"]["StartPush"] | null;
            map: components["schemas"]["Map"] | null;
        };
        SearchHit: {
            /** @enum {string} */
            type: "news" | "event" | "page" | "defect" | "service" | "office";
            id: string;
            title: string;
            teaser: string;
            path: string;
            /** Format: date-time */
            date: string | null;
            all_day: boolean;
            /** @enum {string|null} */
            status: "scheduled" | "cancelled" | "postponed" | null;
            /** @enum {string|null} */
            light: "red" | "yellow" | "green" | "mixed" | null;
        };
        TenantLink: {
            slug: string;
            name: string;
            kind: string;
            district: string | null;
            origin: string;
            initials: string;
            color_light: string;
            color_dark: string;
        };
        NewsItem: {
            /** Format: uuid */
            id: string;
            title: string;
            teaser: string;
            category: components["schemas"]["Category"] | null;
            image: components["schemas"]["Image"] | null;
            /** Format: date-time */
            published_at: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: date-time */
            unpublish_at: string | null;
            urgent: boolean;
            source_name: string | null;
            body: string;
            source_url: string | null;
        };
        Page: {
            slug: string;
            title: string;
            role: string | null;
            body: string;
            /** Format: date-time */
            updated_at: string;
        };
        WritesFor: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        Person: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string;
            roles: ("EDITOR" | "CLERK" | "ADMIN")[];
            second_factor: boolean;
            /** Format: date-time */
            second_factor_due: string | null;
            organiser: components["schemas"]["WritesFor"] | null;
        };
        Municipality: {
            slug: string;
            name: string;
            origin: string;
        };
        Session: {
            /** @enum {string} */
            state: "anonymous" | "code" | "setup" | "signed-in";
            csrf_token: string;
            person: components["schemas"]["Person"] | null;
            municipalities: components["schemas"]["Municipality"][];
            second_factor_required: boolean;
            idle_minutes: number;
        };
        SignIn: {
            password: string;
            email: string;
        };
        Code: {
            code: string;
        };
        OwnSession: {
            /** Format: uuid */
            id: string;
            device: string;
            municipality: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_seen_at: string;
            current: boolean;
        };
        PasswordChange: {
            password: string;
            current: string;
        };
        FactorOffer: {
            secret: string;
            otpauth_uri: string;
            qr_code: string;
        };
        RecoveryCodes: {
            recovery_codes: string[];
        };
        Password: {
            password: string;
        };
        AskReset: {
            email: string;
        };
        Token: {
            token: string;
        };
        ResetOffer: {
            email: string;
        };
        Reset: {
            token: string;
            password: string;
        };
        Offer: {
            email: string;
            name: string;
            roles: string[];
            organiser: components["schemas"]["WritesFor"] | null;
            known: boolean;
            /** Format: date-time */
            expires_at: string;
        };
        Accept: {
            token: string;
            /** @default  */
            name: string;
            password: string;
        };
        Switch: {
            slug: string;
        };
        SwitchTarget: {
            url: string;
        };
        Member: {
            /** Format: uuid */
            id: string;
            version: number;
            name: string;
            email: string;
            roles: string[];
            organiser: components["schemas"]["WritesFor"] | null;
            second_factor: boolean;
            /** Format: date-time */
            second_factor_due: string | null;
            /** Format: date-time */
            since: string;
            /** Format: date-time */
            last_seen_at: string | null;
            you: boolean;
        };
        Rights: {
            roles: ("EDITOR" | "CLERK" | "ADMIN")[];
            /** Format: uuid */
            organiser_id?: string | null;
        };
        ChangedMember: {
            /** @example urn:sva:problem:not-found */
            type: string;
            code: string;
            title: string;
            status: number;
            detail?: string;
            /** @description Messages by field */
            errors?: {
                [key: string]: unknown;
            };
            current: components["schemas"]["Member"];
        };
        Invitation: {
            /** Format: uuid */
            id: string;
            email: string;
            name: string;
            roles: string[];
            organiser: components["schemas"]["WritesFor"] | null;
            invited_by: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string;
            expired: boolean;
        };
        Invite: {
            roles: ("EDITOR" | "CLERK" | "ADMIN")[];
            /** Format: email */
            email: string;
            /** @default  */
            name: string;
            /**
             * Format: uuid
             * @default null
             */
            organiser_id: string | null;
        };
        Settings: {
            four_eyes: boolean;
            organisers_publish: boolean;
        };
        SettingsChange: {
            four_eyes?: boolean;
            organisers_publish?: boolean;
        };
        AuditEntry: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            actor: string;
            action: string;
            subject: string;
            details: {
                [key: string]: unknown;
            };
        };
        MessageInBrief: {
            /** @enum {string} */
            state: "waiting" | "sending" | "sent" | "cancelled";
            /** Format: date-time */
            due_at: string;
            devices: number;
            reached: number;
        };
        StaffNewsListItem: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "draft" | "submitted" | "scheduled" | "visible" | "expired" | "withdrawn";
            title: string;
            category: components["schemas"]["Category"] | null;
            /** Format: date-time */
            publish_at: string | null;
            /** Format: date-time */
            unpublish_at: string | null;
            /** Format: date-time */
            published_at: string | null;
            edited_by: string | null;
            /** Format: date-time */
            edited_at: string;
            submitted_by: string | null;
            /** Format: date-time */
            submitted_at: string | null;
            source_name: string | null;
            source_edited: boolean;
            unpublished_changes: boolean;
            lacks: string[];
            image: components["schemas"]["Image"] | null;
            urgent: boolean;
            notification: components["schemas"]["MessageInBrief"] | null;
        };
        StateCounts: {
            all: number;
            draft: number;
            submitted: number;
            scheduled: number;
            visible: number;
            expired: number;
            withdrawn: number;
        };
        SourceTrouble: {
            reason: string;
            detail: string;
        };
        StaffSource: {
            /** Format: uuid */
            id: string;
            key: string;
            name: string;
            url: string;
            category: string | null;
            active: boolean;
            /** Format: date-time */
            last_run_at: string | null;
            /** Format: date-time */
            last_success_at: string | null;
            last_error: components["schemas"]["SourceTrouble"] | null;
            items: number;
            running: boolean;
        };
        StaffImage: {
            alt: string;
            credit: string | null;
            caption: string | null;
            width: number;
            height: number;
            focal_x: number;
            focal_y: number;
            src: string;
            srcset: string;
            /** Format: uuid */
            media_id: string;
            hash: string;
        };
        StaffNewsContent: {
            title: string;
            teaser: string;
            body: string;
            category: string | null;
            image: components["schemas"]["StaffImage"] | null;
            /** Format: date-time */
            publish_at: string | null;
            /** Format: date-time */
            unpublish_at: string | null;
            urgent: boolean;
        };
        Message: {
            title: string;
            text: string;
            /**
             * @description Path of the page in the app that a tap opens
             * @default /
             */
            url: string;
            /** @default false */
            urgent: boolean;
            /** Format: uuid */
            id: string;
            subject_type: string | null;
            /** Format: uuid */
            subject_id: string | null;
            topics: string[];
            /** @enum {string} */
            state: "waiting" | "sending" | "sent" | "cancelled";
            /** Format: date-time */
            due_at: string;
            /** Format: date-time */
            expires_at: string;
            audience: number;
            reached: number;
            gone: number;
            failed: number;
            deferred: number;
            /** Format: date-time */
            created_at: string;
            created_by: string;
        };
        SourceName: {
            name: string;
            url: string | null;
            imported: boolean;
            edited: boolean;
        };
        StaffNews: {
            /** Format: uuid */
            id: string;
            version: number;
            unpublished_changes: boolean;
            edited_by: string | null;
            /** Format: date-time */
            edited_at: string;
            may: ("save" | "publish" | "submit" | "return" | "withdraw" | "restore" | "discard" | "delete")[];
            lacks: string[];
            /** @enum {string} */
            state: "draft" | "submitted" | "scheduled" | "visible" | "expired" | "withdrawn";
            /** Format: date-time */
            published_at: string | null;
            submitted_by: string | null;
            /** Format: date-time */
            submitted_at: string | null;
            returned_note: string | null;
            content: components["schemas"]["StaffNewsContent"];
            notification: components["schemas"]["Message"] | null;
            source: components["schemas"]["SourceName"] | null;
        };
        PictureChoice: {
            /** Format: uuid */
            media_id: string;
            alt: string;
            credit: string | null;
            caption: string | null;
        };
        NewsContent: {
            title: string;
            teaser: string;
            body: string;
            category: string | null;
            image: components["schemas"]["PictureChoice"] | null;
            /** Format: date-time */
            publish_at: string | null;
            /** Format: date-time */
            unpublish_at: string | null;
            urgent: boolean;
        };
        ChangedStaffNews: {
            /** @example urn:sva:problem:not-found */
            type: string;
            code: string;
            title: string;
            status: number;
            detail?: string;
            /** @description Messages by field */
            errors?: {
                [key: string]: unknown;
            };
            current: components["schemas"]["StaffNews"];
        };
        Wish: {
            title: string;
            text: string;
            /** @default false */
            insist: boolean;
        };
        Publication: {
            /** @default null */
            notification: components["schemas"]["Wish"] | null;
        };
        Revision: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            author: string;
            /** @enum {string} */
            kind: "saved" | "submitted" | "returned" | "published" | "withdrawn" | "restored" | "imported";
        };
        NewsRevision: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            author: string;
            /** @enum {string} */
            kind: "saved" | "submitted" | "returned" | "published" | "withdrawn" | "restored" | "imported";
            content: components["schemas"]["StaffNewsContent"];
        };
        Return: {
            note: string;
        };
        Day: {
            /** Format: date */
            day: string;
            count: number;
            cancelled: number;
            begins: number;
        };
        Amount: {
            label: string;
            cents: number;
        };
        Price: {
            /** @enum {string} */
            kind: "unknown" | "free" | "paid";
            amounts: components["schemas"]["Amount"][];
            text: string | null;
        };
        OrganiserContent: {
            name: string;
            /** Format: email */
            email: string | null;
            phone: string | null;
            /** Format: url */
            url: string | null;
        };
        Place: {
            name: string;
            address: string | null;
            lat: number | null;
            lon: number | null;
            access: string | null;
        };
        Registration: {
            required: boolean;
            /** Format: url */
            url: string | null;
            text: string | null;
        };
        Link: {
            label: string;
            /** Format: url */
            url: string;
        };
        EventSourceName: {
            name: string;
            url: string | null;
        };
        Occurrence: {
            /** @description Which date of a series: its local start before any change, "2026-12-08T14:30" or "2026-12-08" */
            date: string;
            /** Format: date-time */
            starts_at: string;
            /** Format: date-time */
            ends_at: string | null;
            all_day: boolean;
            /** Format: date */
            first_day: string;
            /** Format: date */
            last_day: string;
            /** @enum {string} */
            status: "scheduled" | "cancelled" | "postponed";
            note: string | null;
            /** Format: date-time */
            previous_start: string | null;
            place_name: string | null;
        };
        Event: {
            /** @description Which date of a series: its local start before any change, "2026-12-08T14:30" or "2026-12-08" */
            date: string;
            /** Format: date-time */
            starts_at: string;
            /** Format: date-time */
            ends_at: string | null;
            all_day: boolean;
            /** Format: date */
            first_day: string;
            /** Format: date */
            last_day: string;
            /** @enum {string} */
            status: "scheduled" | "cancelled" | "postponed";
            note: string | null;
            /** Format: date-time */
            previous_start: string | null;
            place_name: string | null;
            /** Format: uuid */
            id: string;
            title: string;
            category: components["schemas"]["Category"] | null;
            recurring: boolean;
            price: components["schemas"]["Price"];
            teaser: string;
            body: string;
            image: components["schemas"]["Image"] | null;
            organiser: components["schemas"]["OrganiserContent"] | null;
            place: components["schemas"]["Place"] | null;
            registration: components["schemas"]["Registration"];
            links: components["schemas"]["Link"][];
            tags: string[];
            rrule: string | null;
            source: components["schemas"]["EventSourceName"] | null;
            /** Format: date-time */
            published_at: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: date-time */
            unpublish_at: string | null;
            next: components["schemas"]["Occurrence"][];
        };
        NextDate: {
            /** Format: date-time */
            starts_at: string;
            all_day: boolean;
            /** Format: date */
            first_day: string;
        };
        StaffEventListItem: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "draft" | "submitted" | "scheduled" | "visible" | "expired" | "withdrawn";
            title: string;
            category: components["schemas"]["Category"] | null;
            /** Format: date-time */
            publish_at: string | null;
            /** Format: date-time */
            unpublish_at: string | null;
            /** Format: date-time */
            published_at: string | null;
            edited_by: string | null;
            /** Format: date-time */
            edited_at: string;
            submitted_by: string | null;
            /** Format: date-time */
            submitted_at: string | null;
            source_name: string | null;
            source_edited: boolean;
            unpublished_changes: boolean;
            lacks: string[];
            image: components["schemas"]["Image"] | null;
            next_date: components["schemas"]["NextDate"] | null;
            recurring: boolean;
            place_name: string | null;
            organiser_name: string | null;
            /** @enum {string} */
            event_status: "scheduled" | "cancelled" | "postponed";
            notification: components["schemas"]["MessageInBrief"] | null;
        };
        Excluded: {
            /** @example 2026-12-08T14:30 */
            at: string;
            reason: string | null;
        };
        Timing: {
            /** @example 2026-12-08T14:30 */
            start: string | null;
            /** @example 2026-12-08T14:30 */
            end: string | null;
            all_day: boolean;
            rrule: string | null;
            excluded: components["schemas"]["Excluded"][];
            extra: string[];
        };
        DateChange: {
            /** @example 2026-12-08T14:30 */
            at: string;
            following: boolean;
            /** @enum {string} */
            status: "scheduled" | "cancelled" | "postponed";
            note: string | null;
            /** @example 2026-12-08T14:30 */
            start: string | null;
            /** @example 2026-12-08T14:30 */
            end: string | null;
            title: string | null;
            place_name: string | null;
        };
        DatesQuestion: {
            timing: components["schemas"]["Timing"];
            changes: components["schemas"]["DateChange"][];
        };
        Date: {
            n: number | null;
            date: string;
            /** Format: date-time */
            starts_at: string;
            /** Format: date-time */
            ends_at: string | null;
            /** Format: date */
            first_day: string;
            /** Format: date */
            last_day: string;
            all_day: boolean;
            /** @enum {string} */
            status: "scheduled" | "cancelled" | "postponed";
            note: string | null;
            changed: boolean;
            excluded_reason: string | null;
            excluded: boolean;
        };
        Miss: {
            at: string;
            next: string | null;
        };
        Dates: {
            dates: components["schemas"]["Date"][];
            total: number | null;
            problems: {
                [key: string]: string;
            };
            misses: components["schemas"]["Miss"][];
        };
        Holiday: {
            name: string;
            /** Format: date */
            first_day: string;
            /** Format: date */
            last_day: string;
        };
        Organiser: {
            name: string;
            /** Format: email */
            email: string | null;
            phone: string | null;
            /** Format: url */
            url: string | null;
            /** Format: uuid */
            id: string;
            version: number;
            uses: number;
            people: number;
        };
        ChangedOrganiser: {
            /** @example urn:sva:problem:not-found */
            type: string;
            code: string;
            title: string;
            status: number;
            detail?: string;
            /** @description Messages by field */
            errors?: {
                [key: string]: unknown;
            };
            current: components["schemas"]["Organiser"];
        };
        OrganiserChoice: {
            /** Format: uuid */
            id: string | null;
            name: string;
            /** Format: email */
            email: string | null;
            phone: string | null;
            /** Format: url */
            url: string | null;
        };
        StaffEventContent: {
            title: string;
            teaser: string;
            body: string;
            category: string | null;
            image: components["schemas"]["StaffImage"] | null;
            timing: components["schemas"]["Timing"];
            changes: components["schemas"]["DateChange"][];
            /** @enum {string} */
            status: "scheduled" | "cancelled" | "postponed";
            status_note: string | null;
            organiser: components["schemas"]["OrganiserChoice"] | null;
            place: components["schemas"]["Place"] | null;
            price: components["schemas"]["Price"];
            registration: components["schemas"]["Registration"];
            links: components["schemas"]["Link"][];
            tags: string[];
            /** Format: date-time */
            publish_at: string | null;
            /** Format: date-time */
            unpublish_at: string | null;
        };
        StaffEvent: {
            /** Format: uuid */
            id: string;
            version: number;
            unpublished_changes: boolean;
            edited_by: string | null;
            /** Format: date-time */
            edited_at: string;
            may: ("save" | "publish" | "submit" | "return" | "withdraw" | "restore" | "discard" | "delete")[];
            lacks: string[];
            /** @enum {string} */
            state: "draft" | "submitted" | "scheduled" | "visible" | "expired" | "withdrawn";
            /** Format: date-time */
            published_at: string | null;
            submitted_by: string | null;
            /** Format: date-time */
            submitted_at: string | null;
            returned_note: string | null;
            content: components["schemas"]["StaffEventContent"];
            notification: components["schemas"]["Message"] | null;
            source: components["schemas"]["SourceName"] | null;
        };
        EventContent: {
            title: string;
            teaser: string;
            body: string;
            category: string | null;
            image: components["schemas"]["PictureChoice"] | null;
            timing: components["schemas"]["Timing"];
            changes: components["schemas"]["DateChange"][];
            /** @enum {string} */
            status: "scheduled" | "cancelled" | "postponed";
            status_note: string | null;
            organiser: components["schemas"]["OrganiserChoice"] | null;
            place: components["schemas"]["Place"] | null;
            price: components["schemas"]["Price"];
            registration: components["schemas"]["Registration"];
            links: components["schemas"]["Link"][];
            tags: string[];
            /** Format: date-time */
            publish_at: string | null;
            /** Format: date-time */
            unpublish_at: string | null;
        };
        ChangedStaffEvent: {
            /** @example urn:sva:problem:not-found */
            type: string;
            code: string;
            title: string;
            status: number;
            detail?: string;
            /** @description Messages by field */
            errors?: {
                [key: string]: unknown;
            };
            current: components["schemas"]["StaffEvent"];
        };
        EventRevision: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            author: string;
            /** @enum {string} */
            kind: "saved" | "submitted" | "returned" | "published" | "withdrawn" | "restored" | "imported";
            content: components["schemas"]["StaffEventContent"];
        };
        SuggestionContact: {
            name: string;
            /**
             * Format: email
             * @default null
             */
            email: string | null;
            /** @default null */
            phone: string | null;
        };
        Suggest: {
            title: string;
            /** @example 2026-12-08T14:30 */
            start: string;
            end: string | null;
            all_day: boolean;
            place: string;
            description: string;
            organiser: string;
            /** Format: url */
            link: string | null;
            /** Format: uuid */
            id: string;
            contact: components["schemas"]["SuggestionContact"];
            /** @default  */
            website: string;
            elapsed_ms: number;
        };
        OwnSuggestion: {
            title: string;
            /** @example 2026-12-08T14:30 */
            start: string;
            end: string | null;
            all_day: boolean;
            place: string;
            description: string;
            organiser: string;
            /** Format: url */
            link: string | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "received" | "accepted" | "declined" | "published";
            note: string | null;
            /** Format: uuid */
            event_id: string | null;
            /** Format: date-time */
            received_at: string;
        };
        StaffSuggestion: {
            title: string;
            /** @example 2026-12-08T14:30 */
            start: string;
            end: string | null;
            all_day: boolean;
            place: string;
            description: string;
            organiser: string;
            /** Format: url */
            link: string | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "received" | "accepted" | "declined" | "published";
            note: string | null;
            /** Format: uuid */
            event_id: string | null;
            /** Format: date-time */
            received_at: string;
            contact: components["schemas"]["SuggestionContact"] | null;
            decided_by: string | null;
            /** Format: date-time */
            decided_at: string | null;
        };
        Refusal: {
            note: string;
        };
        Option: {
            key: string;
            label: string;
        };
        Question: {
            code: string;
            label: string;
            help: string | null;
            /** @enum {string} */
            kind: "text" | "number" | "choice" | "choices";
            required: boolean;
            options: components["schemas"]["Option"][];
        };
        DefectCategory: {
            code: string;
            name: string;
            group: string;
            icon: string;
            hint: string;
            keywords: string[];
            radius: number;
            questions: components["schemas"]["Question"][];
        };
        DefectPoint: {
            /** Format: uuid */
            id: string;
            lat: number;
            lon: number;
            /** @enum {string} */
            light: "red" | "yellow" | "green" | "mixed";
            category: string;
            title: string;
            place: string | null;
            /** Format: date-time */
            updated_at: string;
        };
        NearbyDefect: {
            /** Format: uuid */
            id: string;
            number: string;
            title: string;
            category: components["schemas"]["CategoryInBrief"];
            /** @enum {string} */
            status: "received" | "accepted" | "question" | "in_progress" | "scheduled" | "forwarded" | "resolved" | "closed_unresolved" | "duplicate" | "withdrawn" | "rejected";
            /** @enum {string} */
            light: "red" | "yellow" | "green" | "mixed";
            /** @enum {string|null} */
            reason: "not_responsible" | "private" | "no_funds" | "not_a_defect" | null;
            note: string | null;
            place: string | null;
            lat: number | null;
            lon: number | null;
            photo: components["schemas"]["Image"] | null;
            /** Format: date-time */
            received_at: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: date */
            due_on: string;
            /** Format: date */
            answered_on: string | null;
            /** Format: date */
            expected_on: string | null;
            forwarded_to: string | null;
            supports: number;
            distance: number;
        };
        DefectEntry: {
            /** Format: date-time */
            at: string;
            /** @enum {string|null} */
            status: "received" | "accepted" | "question" | "in_progress" | "scheduled" | "forwarded" | "resolved" | "closed_unresolved" | "duplicate" | "withdrawn" | "rejected" | null;
            /** @enum {string|null} */
            light: "red" | "yellow" | "green" | "mixed" | null;
            /** @enum {string|null} */
            reason: "not_responsible" | "private" | "no_funds" | "not_a_defect" | null;
            note: string | null;
            forwarded_to: string | null;
        };
        Promise: {
            days: number;
            /** Format: date */
            due_on: string;
            /** Format: date */
            answered_on: string | null;
            /** @enum {string} */
            state: "running" | "kept" | "missed";
            used_days: number;
        };
        DefectReference: {
            /** Format: uuid */
            id: string;
            number: string;
        };
        Defect: {
            /** Format: uuid */
            id: string;
            number: string;
            title: string;
            category: components["schemas"]["CategoryInBrief"];
            /** @enum {string} */
            status: "received" | "accepted" | "question" | "in_progress" | "scheduled" | "forwarded" | "resolved" | "closed_unresolved" | "duplicate" | "withdrawn" | "rejected";
            /** @enum {string} */
            light: "red" | "yellow" | "green" | "mixed";
            /** @enum {string|null} */
            reason: "not_responsible" | "private" | "no_funds" | "not_a_defect" | null;
            note: string | null;
            place: string | null;
            lat: number | null;
            lon: number | null;
            photo: components["schemas"]["Image"] | null;
            /** Format: date-time */
            received_at: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: date */
            due_on: string;
            /** Format: date */
            answered_on: string | null;
            /** Format: date */
            expected_on: string | null;
            forwarded_to: string | null;
            supports: number;
            text: string | null;
            photos: components["schemas"]["Image"][];
            history: components["schemas"]["DefectEntry"][];
            promise: components["schemas"]["Promise"];
            master: components["schemas"]["DefectReference"] | null;
        };
        Parts: {
            photo?: string[];
            report?: string;
        };
        Contact: {
            /** @default  */
            name: string;
            /** @default  */
            email: string;
            /** @default  */
            phone: string;
            /** @default false */
            mail_updates: boolean;
        };
        Submit: {
            category: string;
            /** @default  */
            description: string;
            /** @default null */
            lat: number | null;
            /** @default null */
            lon: number | null;
            /** @default  */
            address: string;
            answers?: {
                [key: string]: unknown;
            };
            /** @default null */
            contact: components["schemas"]["Contact"] | null;
            /** @default  */
            website: string;
            elapsed_ms: number;
        };
        Receipt: {
            /** Format: uuid */
            id: string;
            number: string;
            /** @enum {string} */
            status: "received" | "accepted" | "question" | "in_progress" | "scheduled" | "forwarded" | "resolved" | "closed_unresolved" | "duplicate" | "withdrawn" | "rejected";
            /** Format: date-time */
            received_at: string;
            /** Format: date */
            due_on: string;
            photos: string[];
        };
        OwnEntry: {
            /** Format: date-time */
            at: string;
            /** @enum {string|null} */
            status: "received" | "accepted" | "question" | "in_progress" | "scheduled" | "forwarded" | "resolved" | "closed_unresolved" | "duplicate" | "withdrawn" | "rejected" | null;
            /** @enum {string|null} */
            light: "red" | "yellow" | "green" | "mixed" | null;
            /** @enum {string|null} */
            reason: "not_responsible" | "private" | "no_funds" | "not_a_defect" | null;
            note: string | null;
            forwarded_to: string | null;
            /** @enum {string} */
            kind: "status" | "question" | "reply" | "note" | "photo" | "text";
            mine: boolean;
            public: boolean;
        };
        OwnPhoto: {
            /** Format: uuid */
            id: string;
            width: number;
            height: number;
            public: boolean;
        };
        Answer: {
            label: string;
            value: string;
        };
        StoredContact: {
            name: string;
            email: string;
            phone: string;
            mail_updates: boolean;
        };
        OwnReport: {
            /** Format: uuid */
            id: string;
            number: string;
            title: string;
            category: components["schemas"]["CategoryInBrief"];
            /** @enum {string} */
            status: "received" | "accepted" | "question" | "in_progress" | "scheduled" | "forwarded" | "resolved" | "closed_unresolved" | "duplicate" | "withdrawn" | "rejected";
            /** @enum {string} */
            light: "red" | "yellow" | "green" | "mixed";
            /** @enum {string|null} */
            reason: "not_responsible" | "private" | "no_funds" | "not_a_defect" | null;
            note: string | null;
            place: string | null;
            lat: number | null;
            lon: number | null;
            photo: components["schemas"]["Image"] | null;
            /** Format: date-time */
            received_at: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: date */
            due_on: string;
            /** Format: date */
            answered_on: string | null;
            /** Format: date */
            expected_on: string | null;
            forwarded_to: string | null;
            supports: number;
            text: string;
            photos: components["schemas"]["Image"][];
            history: components["schemas"]["OwnEntry"][];
            promise: components["schemas"]["Promise"];
            master: components["schemas"]["DefectReference"] | null;
            address: string;
            public_text: string;
            text_public: boolean;
            is_public: boolean;
            own_photos: components["schemas"]["OwnPhoto"][];
            answers: components["schemas"]["Answer"][];
            contact: components["schemas"]["StoredContact"] | null;
            question: string | null;
            can: ("answer" | "add_photo" | "withdraw" | "reopen" | "delete_contact")[];
            /** Format: date-time */
            reopen_until: string | null;
            /** Format: date */
            delete_on: string | null;
        };
        Reply: {
            /** Format: uuid */
            id: string;
            text: string;
        };
        PhotoPart: {
            /** Format: binary */
            photo: string;
        };
        Reopening: {
            text: string;
        };
        Support: {
            device: string;
        };
        Supports: {
            supports: number;
        };
        Flag: {
            device: string;
            /** @enum {string} */
            reason: "personal" | "offensive" | "wrong" | "other";
            /** @default  */
            text: string;
            /** @default  */
            website: string;
            elapsed_ms: number;
        };
        Border: {
            /** @enum {string} */
            type: "MultiPolygon";
            coordinates: number[][][][];
        };
        Neighbour: {
            name: string;
            border: components["schemas"]["Border"];
        };
        NamedPlace: {
            name: string;
            lat: number | null;
            lon: number | null;
        };
        Area: {
            bbox: number[];
            border: components["schemas"]["Border"] | null;
            neighbours: components["schemas"]["Neighbour"][];
            places: components["schemas"]["NamedPlace"][];
            attribution: string;
        };
        CategoryFigure: {
            code: string;
            name: string;
            icon: string;
            open: number;
            closed: number;
        };
        MonthFigure: {
            month: string;
            received: number;
            closed: number;
        };
        Statistics: {
            open: number;
            closed_this_month: number;
            received_last_90_days: number;
            answered_in_time: number | null;
            median_days_to_answer: number | null;
            median_days_to_done: number | null;
            promise_days: number;
            categories: components["schemas"]["CategoryFigure"][];
            months: components["schemas"]["MonthFigure"][];
        };
        PrivatePhoto: {
            src: string;
            width: number;
            height: number;
        };
        DefectPerson: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        NearReport: {
            /** Format: uuid */
            id: string;
            number: string;
            distance: number;
        };
        StaffDefectListItem: {
            /** Format: uuid */
            id: string;
            number: string;
            version: number;
            title: string;
            category: components["schemas"]["CategoryInBrief"];
            /** @enum {string} */
            status: "received" | "accepted" | "question" | "in_progress" | "scheduled" | "forwarded" | "resolved" | "closed_unresolved" | "duplicate" | "withdrawn" | "rejected";
            /** @enum {string} */
            light: "red" | "yellow" | "green" | "mixed";
            place: string;
            lat: number | null;
            lon: number | null;
            excerpt: string;
            photo: components["schemas"]["PrivatePhoto"] | null;
            /** Format: date-time */
            received_at: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: date-time */
            due_at: string | null;
            remaining_minutes: number | null;
            /** @enum {string|null} */
            group: "overdue" | "today" | "later" | null;
            /** Format: date */
            expected_on: string | null;
            forwarded_to: string | null;
            reply: boolean;
            assignee: components["schemas"]["DefectPerson"] | null;
            supports: number;
            flags: number;
            possible_duplicate: components["schemas"]["NearReport"] | null;
        };
        StaffDefectCounts: {
            inbox: number;
            working: number;
            waiting: number;
            closed: number;
            overdue: number;
            today: number;
            replies: number;
            flagged: number;
        };
        Recipient: {
            name: string;
            email: string | null;
        };
        PrivateFind: {
            start: number;
            end: number;
            /** @enum {string} */
            kind: "iban" | "mail" | "phone" | "plate" | "name";
            text: string;
        };
        StaffDefectPhoto: {
            /** Format: uuid */
            id: string;
            src: string;
            width: number;
            height: number;
            public: boolean;
            redactions: number[][];
            /** @enum {string} */
            by: "reporter" | "staff";
            /** Format: date-time */
            added_at: string;
        };
        StaffDefectEntry: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            kind: "status" | "question" | "reply" | "note" | "photo" | "assignment" | "text";
            /** @enum {string} */
            audience: "public" | "own" | "internal";
            /** @enum {string|null} */
            status: "received" | "accepted" | "question" | "in_progress" | "scheduled" | "forwarded" | "resolved" | "closed_unresolved" | "duplicate" | "withdrawn" | "rejected" | null;
            /** @enum {string|null} */
            light: "red" | "yellow" | "green" | "mixed" | null;
            /** @enum {string|null} */
            reason: "not_responsible" | "private" | "no_funds" | "not_a_defect" | null;
            text: string | null;
            by: string | null;
            details: {
                [key: string]: unknown;
            };
        };
        DefectStep: {
            /** @enum {string} */
            status: "received" | "accepted" | "question" | "in_progress" | "scheduled" | "forwarded" | "resolved" | "closed_unresolved" | "duplicate" | "withdrawn" | "rejected";
            needs: ("note" | "expected_on" | "forwarded" | "reason" | "master")[];
        };
        AnswerTemplate: {
            title: string;
            /** @enum {string} */
            status: "accepted" | "question" | "in_progress" | "scheduled" | "forwarded" | "resolved" | "closed_unresolved" | "duplicate" | "rejected";
            text: string;
        };
        PossibleDuplicate: {
            /** Format: uuid */
            id: string;
            number: string;
            distance: number;
            version: number;
            title: string;
            /** @enum {string} */
            status: "received" | "accepted" | "question" | "in_progress" | "scheduled" | "forwarded" | "resolved" | "closed_unresolved" | "duplicate" | "withdrawn" | "rejected";
            /** @enum {string} */
            light: "red" | "yellow" | "green" | "mixed";
            place: string;
            excerpt: string;
            photo: components["schemas"]["PrivatePhoto"] | null;
            /** Format: date-time */
            received_at: string;
            /** Format: date-time */
            due_at: string | null;
            /** @description Reporter and supporters */
            people: number;
        };
        Neighbours: {
            /** Format: uuid */
            prev: string | null;
            /** Format: uuid */
            next: string | null;
            position: number | null;
            total: number;
        };
        StaffFlag: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            reason: "personal" | "offensive" | "wrong" | "other";
            text: string;
            /** Format: date-time */
            at: string;
        };
        Told: {
            reporter: boolean;
            followers: number;
        };
        StaffDefect: {
            /** Format: uuid */
            id: string;
            number: string;
            version: number;
            title: string;
            category: components["schemas"]["CategoryInBrief"];
            /** @enum {string} */
            status: "received" | "accepted" | "question" | "in_progress" | "scheduled" | "forwarded" | "resolved" | "closed_unresolved" | "duplicate" | "withdrawn" | "rejected";
            /** @enum {string} */
            light: "red" | "yellow" | "green" | "mixed";
            place: string;
            lat: number | null;
            lon: number | null;
            excerpt: string;
            photo: components["schemas"]["PrivatePhoto"] | null;
            /** Format: date-time */
            received_at: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: date-time */
            due_at: string | null;
            remaining_minutes: number | null;
            /** @enum {string|null} */
            group: "overdue" | "today" | "later" | null;
            /** Format: date */
            expected_on: string | null;
            forwarded_to: string | null;
            reply: boolean;
            assignee: components["schemas"]["DefectPerson"] | null;
            supports: number;
            flags: number;
            possible_duplicate: components["schemas"]["NearReport"] | null;
            /** @enum {string|null} */
            reason: "not_responsible" | "private" | "no_funds" | "not_a_defect" | null;
            text: string;
            finds: components["schemas"]["PrivateFind"][];
            public_text: string;
            text_public: boolean;
            public_place: string;
            /** Format: date-time */
            published_at: string | null;
            hidden: boolean;
            photos: components["schemas"]["StaffDefectPhoto"][];
            answers: components["schemas"]["Answer"][];
            history: components["schemas"]["StaffDefectEntry"][];
            has_contact: boolean;
            /** Format: date-time */
            contact_until: string | null;
            promise: components["schemas"]["Promise"];
            transitions: components["schemas"]["DefectStep"][];
            templates: components["schemas"]["AnswerTemplate"][];
            duplicates: components["schemas"]["PossibleDuplicate"][];
            merged: components["schemas"]["DefectReference"][];
            master: components["schemas"]["DefectReference"] | null;
            neighbours: components["schemas"]["Neighbours"];
            open_flags: components["schemas"]["StaffFlag"][];
            told: components["schemas"]["Told"];
        };
        StaffContact: {
            name: string | null;
            email: string | null;
            phone: string | null;
            mail_updates: boolean;
            /** Format: date-time */
            delete_at: string;
        };
        Forward: {
            name: string;
            /**
             * Format: email
             * @default null
             */
            email: string | null;
            /** @default  */
            message: string;
        };
        PhotoWish: {
            /** Format: uuid */
            id: string;
            public: boolean;
            redactions?: number[][];
        };
        Decision: {
            /**
             * @default null
             * @enum {string|null}
             */
            status: "received" | "accepted" | "question" | "in_progress" | "scheduled" | "forwarded" | "resolved" | "closed_unresolved" | "duplicate" | "withdrawn" | "rejected" | null;
            /** @default  */
            note: string;
            /**
             * @default null
             * @enum {string|null}
             */
            reason: "not_responsible" | "private" | "no_funds" | "not_a_defect" | null;
            /**
             * Format: date
             * @default null
             */
            expected_on: string | null;
            /** @default null */
            forwarded: components["schemas"]["Forward"] | null;
            /**
             * Format: uuid
             * @default null
             */
            master: string | null;
            /** @default null */
            title: string | null;
            /** @default null */
            public_text: string | null;
            /** @default null */
            text_public: boolean | null;
            /** @default null */
            public_place: string | null;
            photos?: components["schemas"]["PhotoWish"][];
            /** @default null */
            hidden: boolean | null;
            /** @default false */
            insist: boolean;
        };
        ChangedStaffDefect: {
            /** @example urn:sva:problem:not-found */
            type: string;
            code: string;
            title: string;
            status: number;
            detail?: string;
            /** @description Messages by field */
            errors?: {
                [key: string]: unknown;
            };
            current: components["schemas"]["StaffDefect"];
        };
        InternalNote: {
            text: string;
        };
        Assignment: {
            /** Format: uuid */
            account_id: string | null;
        };
        EditedOption: {
            /** @default  */
            key: string;
            label: string;
        };
        EditedQuestion: {
            /** @default  */
            code: string;
            label: string;
            /** @default null */
            help: string | null;
            /** @enum {string} */
            kind: "text" | "number" | "choice" | "choices";
            required: boolean;
            options?: components["schemas"]["EditedOption"][];
        };
        StaffCategory: {
            name: string;
            group: string;
            icon: string;
            hint: string;
            keywords: string[];
            questions: components["schemas"]["EditedQuestion"][];
            templates: components["schemas"]["AnswerTemplate"][];
            /** Format: email */
            email: string | null;
            promise_days: number;
            radius: number;
            active: boolean;
            position: number;
            /** Format: uuid */
            id: string;
            version: number;
            code: string;
            recipient: string | null;
            reports: number;
            open: number;
        };
        CategoryContent: {
            name: string;
            group: string;
            icon: string;
            hint: string;
            keywords: string[];
            questions: components["schemas"]["EditedQuestion"][];
            templates: components["schemas"]["AnswerTemplate"][];
            /** Format: email */
            email: string | null;
            promise_days: number;
            radius: number;
            active: boolean;
            position: number;
        };
        ChangedStaffCategory: {
            /** @example urn:sva:problem:not-found */
            type: string;
            code: string;
            title: string;
            status: number;
            detail?: string;
            /** @description Messages by field */
            errors?: {
                [key: string]: unknown;
            };
            current: components["schemas"]["StaffCategory"];
        };
        ReporterSettings: {
            promise_days: number;
            templates: components["schemas"]["AnswerTemplate"][];
            version: number;
            office_hours: number[];
            days_off: string[];
        };
        ReporterContent: {
            promise_days: number;
            templates: components["schemas"]["AnswerTemplate"][];
        };
        ChangedReporterSettings: {
            /** @example urn:sva:problem:not-found */
            type: string;
            code: string;
            title: string;
            status: number;
            detail?: string;
            /** @description Messages by field */
            errors?: {
                [key: string]: unknown;
            };
            current: components["schemas"]["ReporterSettings"];
        };
        CountedSituation: {
            slug: string;
            name: string;
            icon: string;
            count: number;
        };
        Index: {
            version: number;
            situations: unknown[][];
            services: unknown[][];
            offices: unknown[][];
        };
        Address: {
            street: string;
            postcode: string;
            city: string;
            extra: string;
        };
        Hours: {
            from: string;
            to: string;
            /** @default  */
            note: string;
            days: number[];
        };
        Span: {
            from: string;
            to: string;
            /** @default  */
            note: string;
        };
        Exception: {
            first_day: string;
            last_day: string;
            closed: boolean;
            hours: components["schemas"]["Span"][];
            text: string;
        };
        OfficeListItem: {
            /** Format: uuid */
            id: string;
            name: string;
            address: components["schemas"]["Address"];
            lat: number | null;
            lon: number | null;
            phone: string | null;
            email: string | null;
            url: string | null;
            hours: components["schemas"]["Hours"][];
            exceptions: components["schemas"]["Exception"][];
            accessibility: string;
            transit: string;
            note: string;
        };
        ServiceName: {
            /** Format: uuid */
            id: string;
            title: string;
        };
        Office: {
            /** Format: uuid */
            id: string;
            name: string;
            address: components["schemas"]["Address"];
            lat: number | null;
            lon: number | null;
            phone: string | null;
            email: string | null;
            url: string | null;
            hours: components["schemas"]["Hours"][];
            exceptions: components["schemas"]["Exception"][];
            accessibility: string;
            transit: string;
            note: string;
            services: components["schemas"]["ServiceName"][];
        };
        Module: {
            code: string;
            title: string;
            /** @description HTML of the allow-list (p br h3 h4 b strong i em sup sub ul ol li a blockquote) */
            html: string;
        };
        Requirement: {
            text: string;
            hint: string;
        };
        Fees: {
            /** @description HTML of the allow-list (p br h3 h4 b strong i em sup sub ul ol li a blockquote) */
            text: string;
        };
        Form: {
            title: string;
            url: string;
            /** @enum {string} */
            kind: "pdf" | "web";
            pages: number | null;
            bytes: number | null;
        };
        ServiceLink: {
            title: string;
            url: string;
        };
        Onward: {
            url: string;
            title: string;
            portal: string;
            owner: string | null;
            /** @enum {string} */
            level: "own" | "online" | "portal" | "bundesportal" | "search";
            leaves: boolean;
            trust_level: string | null;
            payment: string | null;
        };
        ServiceOffice: {
            /** Format: uuid */
            id: string;
            name: string;
            address: components["schemas"]["Address"];
            lat: number | null;
            lon: number | null;
            phone: string | null;
            email: string | null;
            url: string | null;
            hours: components["schemas"]["Hours"][];
            exceptions: components["schemas"]["Exception"][];
            accessibility: string;
            transit: string;
            note: string;
            role: string;
        };
        Responsible: {
            name: string;
            /** @enum {string} */
            level: "municipality" | "county" | "land" | "federal" | "nationwide";
        };
        TextSource: {
            /** @enum {string} */
            kind: "own" | "land" | "xzufi" | "pvog" | "infodienste";
            name: string;
            url: string | null;
        };
        Service: {
            /** Format: uuid */
            id: string;
            title: string;
            title_formal: string;
            teaser: string;
            situation: components["schemas"]["Situation"];
            leika_key: string | null;
            modules: components["schemas"]["Module"][];
            requirements: components["schemas"]["Requirement"][];
            fees: components["schemas"]["Fees"] | null;
            /** @description HTML of the allow-list (p br h3 h4 b strong i em sup sub ul ol li a blockquote) */
            duration: string | null;
            /** @description HTML of the allow-list (p br h3 h4 b strong i em sup sub ul ol li a blockquote) */
            deadlines: string | null;
            forms: components["schemas"]["Form"][];
            links: components["schemas"]["ServiceLink"][];
            online: components["schemas"]["Onward"] | null;
            offices: components["schemas"]["ServiceOffice"][];
            responsible: components["schemas"]["Responsible"] | null;
            source: components["schemas"]["TextSource"];
            /** Format: date */
            stand: string | null;
            languages: string[];
            language: string;
        };
        LinkTarget: {
            /** @enum {string} */
            level: "own" | "online" | "portal" | "bundesportal" | "search";
            portal: string;
            url: string;
        };
        BestLink: {
            /** @enum {string} */
            level: "own" | "online" | "portal" | "bundesportal" | "search";
            portal: string;
            url: string;
            /** @enum {string} */
            state: "unknown" | "ok" | "broken";
            status_code: number | null;
            reason: string | null;
            /** Format: date-time */
            since: string | null;
            /** Format: date-time */
            checked_at: string | null;
            fallback: components["schemas"]["LinkTarget"] | null;
        };
        StaffServiceListItem: {
            /** Format: uuid */
            id: string;
            version: number;
            title: string;
            situation: components["schemas"]["Situation"];
            /** @enum {string} */
            origin: "own" | "land" | "xzufi" | "pvog" | "infodienste";
            source_name: string | null;
            own: boolean;
            hidden: boolean;
            in_pvog: boolean | null;
            /** Format: date */
            stand: string | null;
            link: components["schemas"]["BestLink"] | null;
        };
        ServiceCounts: {
            all: number;
            broken: number;
            own: number;
            hidden: number;
        };
        LinkCheck: {
            running: boolean;
            checked: number;
            total: number;
            broken: number;
            /** Format: date-time */
            checked_at: string | null;
        };
        ImportReport: {
            added: number;
            updated: number;
            same: number;
            removed: number;
            skipped: number;
            elsewhere: number;
        };
        ServiceSource: {
            /** Format: uuid */
            id: string;
            key: string;
            name: string;
            url: string;
            category: string | null;
            active: boolean;
            /** Format: date-time */
            last_run_at: string | null;
            /** Format: date-time */
            last_success_at: string | null;
            last_error: components["schemas"]["SourceTrouble"] | null;
            items: number;
            running: boolean;
            /** @enum {string} */
            kind: "xzufi" | "pvog" | "infodienste";
            /** @enum {string|null} */
            secret: "set" | "unset" | null;
            report: components["schemas"]["ImportReport"] | null;
        };
        SourceKey: {
            key: string;
        };
        CheckedLink: {
            /** @enum {string} */
            level: "own" | "online" | "portal" | "bundesportal" | "search";
            portal: string;
            url: string;
            /** @enum {string} */
            state: "unknown" | "ok" | "broken";
            status_code: number | null;
            reason: string | null;
            /** Format: date-time */
            since: string | null;
            /** Format: date-time */
            checked_at: string | null;
        };
        WrittenLink: {
            title: string;
            /** Format: url */
            url: string;
        };
        ServiceContent: {
            /** @description null: as the source says */
            title: string | null;
            /** @description null: as the source says */
            teaser: string | null;
            /**
             * @description null: as the source says
             * @enum {string|null}
             */
            situation: "ausweise" | "wohnen" | "familie" | "schule" | "mobilitaet" | "soziales" | "todesfall" | "gewerbe" | "bauen" | "oeffentlicher-raum" | "steuern" | "ein-auswanderung" | "weitere" | null;
            /** @description null: as the source says */
            synonyms: string[] | null;
            url: string | null;
            /** @description HTML; null: as the source says; empty: nothing, whatever the source says */
            fees: string | null;
            /** @description HTML; null: as the source says; empty: nothing, whatever the source says */
            deadlines: string | null;
            /** @description HTML; null: as the source says; empty: nothing, whatever the source says */
            duration: string | null;
            forms: components["schemas"]["WrittenLink"][] | null;
            links: components["schemas"]["WrittenLink"][] | null;
            modules: {
                [key: string]: string;
            };
            offices: string[] | null;
        };
        SourceText: {
            title: string;
            teaser: string;
            situation: string;
            synonyms: string[];
            fees: string | null;
            deadlines: string | null;
            duration: string | null;
            forms: components["schemas"]["ServiceLink"][];
            links: components["schemas"]["ServiceLink"][];
            modules: components["schemas"]["Module"][];
            offices: string[];
        };
        StaffService: {
            /** Format: uuid */
            id: string;
            version: number;
            title: string;
            situation: components["schemas"]["Situation"];
            /** @enum {string} */
            origin: "own" | "land" | "xzufi" | "pvog" | "infodienste";
            source_name: string | null;
            own: boolean;
            hidden: boolean;
            in_pvog: boolean | null;
            /** Format: date */
            stand: string | null;
            link: components["schemas"]["BestLink"] | null;
            leika_key: string | null;
            /** Format: date-time */
            updated_at: string;
            may: ("hide" | "unhide" | "reset" | "delete")[];
            links: components["schemas"]["CheckedLink"][];
            content: components["schemas"]["ServiceContent"];
            source: components["schemas"]["SourceText"];
            preview: components["schemas"]["Service"];
        };
        ChangedStaffService: {
            /** @example urn:sva:problem:not-found */
            type: string;
            code: string;
            title: string;
            status: number;
            detail?: string;
            /** @description Messages by field */
            errors?: {
                [key: string]: unknown;
            };
            current: components["schemas"]["StaffService"];
        };
        EditedAddress: {
            street: string;
            postcode: string;
            city: string;
            extra: string;
        };
        EditedHours: {
            from: string;
            to: string;
            /** @default  */
            note: string;
            days: number[];
        };
        Closure: {
            first_day: string;
            last_day: string;
            closed: boolean;
            hours: components["schemas"]["Span"][];
            text: string;
            reason: string | null;
            instead: string;
            /** Format: uuid */
            news_id: string | null;
        };
        StaffOffice: {
            name: string;
            address: components["schemas"]["EditedAddress"];
            lat: number | null;
            lon: number | null;
            phone: string | null;
            /** Format: email */
            email: string | null;
            /** Format: url */
            url: string | null;
            hours: components["schemas"]["EditedHours"][];
            exceptions: components["schemas"]["Exception"][];
            accessibility: string;
            transit: string;
            note: string;
            hidden: boolean;
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            origin: "own" | "land" | "xzufi" | "pvog" | "infodienste";
            source_name: string | null;
            edited: boolean;
            /** Format: date-time */
            updated_at: string;
            services: number;
            may: "delete"[];
            closure: components["schemas"]["Closure"] | null;
        };
        EditedSpan: {
            from: string;
            to: string;
            /** @default  */
            note: string;
        };
        EditedException: {
            /** Format: date */
            first_day: string;
            /** Format: date */
            last_day: string;
            closed: boolean;
            hours: components["schemas"]["EditedSpan"][];
            text: string;
        };
        OfficeContent: {
            name: string;
            address: components["schemas"]["EditedAddress"];
            lat: number | null;
            lon: number | null;
            phone: string | null;
            /** Format: email */
            email: string | null;
            /** Format: url */
            url: string | null;
            hours: components["schemas"]["EditedHours"][];
            exceptions: components["schemas"]["EditedException"][];
            accessibility: string;
            transit: string;
            note: string;
            hidden: boolean;
        };
        ChangedStaffOffice: {
            /** @example urn:sva:problem:not-found */
            type: string;
            code: string;
            title: string;
            status: number;
            detail?: string;
            /** @description Messages by field */
            errors?: {
                [key: string]: unknown;
            };
            current: components["schemas"]["StaffOffice"];
        };
        Closing: {
            /** Format: date */
            first_day: string;
            /**
             * Format: date
             * @default null
             */
            last_day: string | null;
            /** @default null */
            reason: string | null;
            /** @default  */
            instead: string;
            /** @default false */
            news: boolean;
            /** @default false */
            notify: boolean;
        };
        TopService: {
            /** Format: uuid */
            id: string;
            title: string;
            situation: components["schemas"]["Situation"];
            hidden: boolean;
        };
        Top: {
            version: number;
            own: boolean;
            most: number;
            items: components["schemas"]["TopService"][];
        };
        TopChoice: {
            ids: string[];
        };
        ChangedTop: {
            /** @example urn:sva:problem:not-found */
            type: string;
            code: string;
            title: string;
            status: number;
            detail?: string;
            /** @description Messages by field */
            errors?: {
                [key: string]: unknown;
            };
            current: components["schemas"]["Top"];
        };
        StaffPageListItem: {
            /** Format: uuid */
            id: string;
            version: number;
            key: string;
            slug: string;
            title: string;
            role: string | null;
            edited: boolean;
            published: boolean;
            unpublished_changes: boolean;
            edited_by: string | null;
            /** Format: date-time */
            edited_at: string;
        };
        PageContent: {
            title: string;
            body: string;
        };
        StaffPage: {
            /** Format: uuid */
            id: string;
            version: number;
            key: string;
            slug: string;
            title: string;
            role: string | null;
            edited: boolean;
            published: boolean;
            unpublished_changes: boolean;
            edited_by: string | null;
            /** Format: date-time */
            edited_at: string;
            may: ("save" | "publish" | "submit" | "return" | "withdraw" | "restore" | "discard" | "delete")[];
            lacks: string[];
            content: components["schemas"]["PageContent"];
        };
        ChangedStaffPage: {
            /** @example urn:sva:problem:not-found */
            type: string;
            code: string;
            title: string;
            status: number;
            detail?: string;
            /** @description Messages by field */
            errors?: {
                [key: string]: unknown;
            };
            current: components["schemas"]["StaffPage"];
        };
        PageRevision: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            author: string;
            /** @enum {string} */
            kind: "saved" | "submitted" | "returned" | "published" | "withdrawn" | "restored" | "imported";
            content: components["schemas"]["PageContent"];
        };
        Upload: {
            /** Format: binary */
            file: string;
        };
        StaffMedia: {
            name: string;
            alt: string;
            credit: string | null;
            focal_x: number;
            focal_y: number;
            /** Format: uuid */
            id: string;
            hash: string;
            src: string;
            srcset: string;
            width: number;
            height: number;
            bytes: number;
            uses: number;
            version: number;
            /** Format: date-time */
            created_at: string;
            created_by: string | null;
        };
        PictureUse: {
            /** @enum {string} */
            type: "news" | "event" | "page";
            /** Format: uuid */
            id: string;
            title: string;
        };
        StaffMediaDetail: {
            name: string;
            alt: string;
            credit: string | null;
            focal_x: number;
            focal_y: number;
            /** Format: uuid */
            id: string;
            hash: string;
            src: string;
            srcset: string;
            width: number;
            height: number;
            bytes: number;
            uses: number;
            version: number;
            /** Format: date-time */
            created_at: string;
            created_by: string | null;
            used_in: components["schemas"]["PictureUse"][];
        };
        PictureContent: {
            name: string;
            alt: string;
            credit: string | null;
            focal_x: number;
            focal_y: number;
        };
        ChangedStaffMediaDetail: {
            /** @example urn:sva:problem:not-found */
            type: string;
            code: string;
            title: string;
            status: number;
            detail?: string;
            /** @description Messages by field */
            errors?: {
                [key: string]: unknown;
            };
            current: components["schemas"]["StaffMediaDetail"];
        };
        QuietHours: {
            /** @example 22:00 */
            from: string;
            /** @example 08:00 */
            to: string;
        };
        SubscriptionKeys: {
            p256dh: string;
            auth: string;
        };
        Subscribe: {
            topics: string[];
            quiet: components["schemas"]["QuietHours"] | null;
            /** @description Urgent ones ring in quiet hours too */
            urgent_passes: boolean;
            /** Format: url */
            endpoint: string;
            keys: components["schemas"]["SubscriptionKeys"];
        };
        Subscription: {
            /** Format: uuid */
            id: string;
            topics: string[];
            quiet: components["schemas"]["QuietHours"] | null;
            urgent_passes: boolean;
        };
        Change: {
            topics: string[];
            quiet: components["schemas"]["QuietHours"] | null;
            /** @description Urgent ones ring in quiet hours too */
            urgent_passes: boolean;
            /** Format: url */
            endpoint?: string;
            keys?: components["schemas"]["SubscriptionKeys"];
        };
        Audience: {
            devices: number;
            quiet: number;
            /** Format: date-time */
            quiet_until: string | null;
        };
        Test: {
            title: string;
            text: string;
            /**
             * @description Path of the page in the app that a tap opens
             * @default /
             */
            url: string;
            /** @default false */
            urgent: boolean;
            /** Format: uuid */
            id: string;
            auth: string;
        };
        MessageBody: {
            title: string;
            text: string;
            /**
             * @description Path of the page in the app that a tap opens
             * @default /
             */
            url: string;
            /** @default false */
            urgent: boolean;
            /**
             * Format: uuid
             * @description Made by the client
             */
            id: string;
            topics: string[];
            /** Format: date-time */
            due_at: string | null;
            /** Format: date-time */
            expires_at: string | null;
        };
    };
    responses: {
        /** @description Default error response */
        DEFAULT_ERROR: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description Unprocessable Entity */
        UNPROCESSABLE_ENTITY: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Pagination metadata */
        PAGINATION: components["schemas"]["PaginationMetadata"];
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
