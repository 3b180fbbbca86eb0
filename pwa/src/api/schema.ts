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
        Bootstrap: {
            tenant: components["schemas"]["Tenant"];
            theme: components["schemas"]["Theme"];
            modules: string[];
            quick_actions: components["schemas"]["QuickAction"][];
            pages: components["schemas"]["PageLink"][];
            contact_accessibility: string | null;
            feedback: string | null;
            news: components["schemas"]["StartNews"] | null;
        };
        SearchHit: {
            /** @enum {string} */
            type: "news" | "page";
            id: string;
            title: string;
            teaser: string;
            path: string;
            /** Format: date-time */
            date: string | null;
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
