// Made by npm run types from the server's /openapi.json.
export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The seed's welcome in JSON; a page for a browser. */
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
                        "application/json": components["schemas"]["Welcome"];
                    };
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
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
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process runs. */
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
                        "application/json": components["schemas"]["Health"];
                    };
                };
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
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 200 when log and broker work, 503 when one does not; each part is "ok" or says what is wrong. */
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
                        "application/json": components["schemas"]["Health"];
                    };
                };
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
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is counted and measured, in Prometheus' text format. Durations are measured from the first look on. */
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
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
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
    "/.well-known/wot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The directory of things as a Thing Description (W3C WoT Discovery). */
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
                        "application/json": components["schemas"]["Directory"];
                    };
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
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
    "/devices/things/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A thing's device description, MQTT forms included. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
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
                        "application/json": components["schemas"]["Thing"];
                    };
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
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
    "/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest commands of all things, likewise; 50 without a limit. */
        get: {
            parameters: {
                query?: {
                    limit?: number | string;
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
                        "application/json": components["schemas"]["Commands"];
                    };
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
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
    "/commands/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A command as it stands. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
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
                        "application/json": components["schemas"]["Command"];
                    };
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
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
    "/things/{id}/history/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Readings of a property or event, oldest first: {items: [{time, value, deviceTime?, changed}], next}. Times are ISO 8601; the default is the 24 hours before 'to', which is now; next is the 'from' that goes on. With points (2 to 5000) a chart: {from, to, step, points: [{time, min, max, mean, last, count}], before}; step in seconds, null when each point is one reading. Of what is no number, points are its changes: {time, value}. With format=csv (or Accept: text/csv) a file, without a limit. */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    to?: string;
                    limit?: number | string;
                    points?: number | string;
                    format?: string;
                };
                header?: never;
                path: {
                    id: string;
                    name: string;
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
                        "application/json": components["schemas"]["HistoryAnswer"];
                    };
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
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
    "/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Passages for a question in Portuguese or English: {items: [{document: {id, name}, page, section, text, start, language, score, boxes, alike?, trace?, blend?}], complete, embeddings?}. Boxes are points from the page's top left corner. */
        get: {
            parameters: {
                query?: {
                    q?: string;
                    limit?: number | string;
                    trace?: boolean;
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
                        "application/json": components["schemas"]["Found"];
                    };
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
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
    "/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is in which room now: {rooms: [{room, people: [{id, name}], observers}]}. Speak join, move and leave over /ws to be there. */
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
                        "application/json": components["schemas"]["Presence"];
                    };
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
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
    "/security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Security events by kind and source: how often, since when, whether it goes on; and how the webhook fares. */
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
                        "application/json": components["schemas"]["SecurityView"];
                    };
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
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
    "/chat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says {message, conversation?, room?, language?} to the assistant; the answer streams as server-sent events, or comes as one JSON document to who accepts application/json only (docs/assistant.md). */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": unknown;
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChatAnswer"];
                    };
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/access/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A ticket for /ws?ticket= or /events?ticket=, good once and for 30 seconds: {ticket, until}. */
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
                    content?: never;
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/things": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All public Thing Descriptions, as a JSON array; ?limit= &offset=, Link: rel=next. With at (ISO 8601) what was known of all things at that instant: {at, cursor, things: {id: {version, state}}}; 410 when it is no longer kept. */
        get: {
            parameters: {
                query?: {
                    limit?: number | string;
                    offset?: number | string;
                    at?: string;
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
                        "application/json": components["schemas"]["ThingsAnswer"];
                    };
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Adds a thing by its device Thing Description (MQTT forms); 201 with its address. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/td+json": unknown;
                };
            };
            responses: {
                /** @description Added. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/things/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One public Thing Description: HTTP and WebSocket forms only. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
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
                        "application/json": components["schemas"]["Thing"];
                    };
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        /** Adds or replaces a thing: 201 or 204; 409 when the lab's files declare it. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/td+json": unknown;
                };
            };
            responses: {
                /** @description Added. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        post?: never;
        /** Removes an added thing: 204. Its history stays. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Changes an added thing by JSON merge patch: 204. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/merge-patch+json": unknown;
                };
            };
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/things/{id}/properties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All reported values by name (as the W3C's readallproperties). */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
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
                        "application/json": components["schemas"]["Values"];
                    };
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
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
    "/things/{id}/properties/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One value, bare JSON; when it was reported stands in Last-Modified and X-Reported. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    name: string;
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
                        "application/json": components["schemas"]["Value"];
                    };
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        /** Writes a property, likewise. */
        put: {
            parameters: {
                query?: {
                    /** @description Seconds that the device has to answer, instead of the affordance's own deadline. */
                    timeout?: number;
                    /** @description Seconds to wait for a device that is away. */
                    queue?: number;
                    /** @description false: answer as soon as the order is on record. */
                    wait?: boolean;
                };
                header?: never;
                path: {
                    id: string;
                    name: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": unknown;
                };
            };
            responses: {
                /** @description The command, confirmed or sent. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Command"];
                    };
                };
                /** @description The command, on record and not ended. */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Command"];
                    };
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/things/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything known: reported values with their times, what is desired, whether it is there. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
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
                        "application/json": components["schemas"]["State"];
                    };
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
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
    "/things/{id}/actions/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Runs an action and waits for the device's report: 200 confirmed, 202 queued or not waited for, 503 offline, 504 no answer. ?timeout= ?queue= in seconds, ?wait=false. */
        post: {
            parameters: {
                query?: {
                    /** @description Seconds that the device has to answer, instead of the affordance's own deadline. */
                    timeout?: number;
                    /** @description Seconds to wait for a device that is away. */
                    queue?: number;
                    /** @description false: answer as soon as the order is on record. */
                    wait?: boolean;
                };
                header?: never;
                path: {
                    id: string;
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": unknown;
                };
            };
            responses: {
                /** @description The command, confirmed or sent. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Command"];
                    };
                };
                /** @description The command, on record and not ended. */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Command"];
                    };
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/things/{id}/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest commands of a thing, newest first: {items}; ?limit=, 20 without it. */
        get: {
            parameters: {
                query?: {
                    limit?: number | string;
                };
                header?: never;
                path: {
                    id: string;
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
                        "application/json": components["schemas"]["Commands"];
                    };
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
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
    "/lab": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lab: name, language, time zone, scene and shortcuts. */
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
                        "application/json": components["schemas"]["Lab"];
                    };
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
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
    "/lab/model": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lab's own 3D file (scene.model), a binary glTF; with an ETag. */
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
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
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
    "/lab/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Runs the shortcut that the lab declares at this path, and answers in a sentence; ?timeout= in seconds. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    path: string;
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
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All documents, newest first: {items: [{id, name, state, pages, error?, erro?…}], next, limits: {bytes}, embeddings?}; ?limit= &after=. */
        get: {
            parameters: {
                query?: {
                    limit?: number | string;
                    after?: string;
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
                        "application/json": components["schemas"]["Documents"];
                    };
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Adds files (multipart field `file`, several; PDF, Markdown, plain text): 202 {items}; they are read one after another. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": unknown;
                };
            };
            responses: {
                /** @description On record, and to be read. */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Uploaded"];
                    };
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One document as it stands; while it is read, how far: page, of. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
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
                        "application/json": components["schemas"]["Document"];
                    };
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        /** Replaces a document's file (multipart field `file`): 202; what was read before is found until the new is ready. 409 for one in the lab's folder. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": unknown;
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Document"];
                    };
                };
                /** @description On record, and to be read. */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Document"];
                    };
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        post?: never;
        /** Forgets a document and all of it: 204. 409 for one in the lab's folder. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file itself. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
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
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
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
    "/documents/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Progress as Server-Sent Events, those not ready first: {id, name, state, page, of, error?, erro?, deleted?}. */
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
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
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
    "/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries after a cursor (from the oldest kept without one): {items, next}. With order=desc those before a cursor, newest first; next is null at the end. 410 when the cursor is no longer kept. */
        get: {
            parameters: {
                query?: {
                    limit?: number | string;
                    /** @description Only these things: ?thing=a,b. */
                    thing?: string;
                    /** @description Only these properties, actions or events. */
                    name?: string;
                    /** @description property, action, event, availability or security. */
                    kind?: string;
                    /** @description asc (oldest first) or desc. */
                    order?: string;
                    /** @description With order=asc: goes on after this cursor. */
                    after?: string;
                    /** @description With order=desc: goes on before this cursor. */
                    before?: string;
                    /** @description Only what was taken at this time (ISO 8601) or later. */
                    from?: string;
                    /** @description Only what was taken at this time or before. */
                    to?: string;
                    /** @description true: only what told something new. */
                    changed?: boolean;
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
                        "application/json": components["schemas"]["LogPage"];
                    };
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
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
    "/log/range": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The oldest entry that is kept and the newest: {oldest: {time, cursor}, newest}; null when there is none. */
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
                        "application/json": components["schemas"]["LogRange"];
                    };
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
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
    "/ws": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** WebSocket: a snapshot, then every entry; ?thing= ?name= ?kind= filter, ?cursor= resumes, ?raw=topic gives bare payloads. */
        get: {
            parameters: {
                query?: {
                    /** @description Only these things: ?thing=a,b. */
                    thing?: string;
                    /** @description Only these properties, actions or events. */
                    name?: string;
                    /** @description property, action, event, availability or security. */
                    kind?: string;
                    /** @description Goes on after this cursor instead of beginning with a snapshot. */
                    cursor?: string;
                    /** @description Instead of entries, the bare payloads of a topic (MQTT wildcards are understood). */
                    raw?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The socket is open. */
                101: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
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
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as Server-Sent Events. */
        get: {
            parameters: {
                query?: {
                    /** @description Only these things: ?thing=a,b. */
                    thing?: string;
                    /** @description Only these properties, actions or events. */
                    name?: string;
                    /** @description property, action, event, availability or security. */
                    kind?: string;
                    /** @description Goes on after this cursor instead of beginning with a snapshot. */
                    cursor?: string;
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
                    content?: never;
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
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
    "/things/{id}/events/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event as Server-Sent Events. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    name: string;
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
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
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
    "/things/{id}/properties/{name}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One property's values as Server-Sent Events. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    name: string;
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
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
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
    "/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the devices are reached, and whether they can be. */
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
                        "application/json": components["schemas"]["BrokerStatus"];
                    };
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
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
    "/devices/unmatched": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Topics that belong to no thing, newest first, with their last payload. */
        get: {
            parameters: {
                query?: {
                    limit?: number | string;
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
                        "application/json": components["schemas"]["UnmatchedTopic"][];
                    };
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
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
    "/devices/rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Topics whose payloads were refused, newest first, with reason and count. */
        get: {
            parameters: {
                query?: {
                    limit?: number | string;
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
                        "application/json": components["schemas"]["RejectedTopic"][];
                    };
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
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
    "/devices/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Devices' credentials, revoked ones too: users, things, topics; never a password. */
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
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Makes one: {user, things, clientId?} (clientId: the user's name when it is left out, "" for any). 201 with the password, told this once, and what to type into the device. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": unknown;
                };
            };
            responses: {
                /** @description Added. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/devices/credentials/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revokes one: 204; its open connections end. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    user: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's own conversations, newest first: {items: [{id, title, created, used, messages}], next}. */
        get: {
            parameters: {
                query?: {
                    limit?: number | string;
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
                        "application/json": components["schemas"]["Conversations"];
                    };
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
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
    "/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was said in one, oldest first. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
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
                        "application/json": components["schemas"]["Conversation"];
                    };
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Forgets one. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/access/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All keys, newest first: {items: [{id, name, role, rooms, things, created, by, expires?, ended?}]}; never their secrets. */
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
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Makes a key: {name, role, rooms?, things?, expires?} → 201 {id, key, …}; the key is shown this once. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": unknown;
                };
            };
            responses: {
                /** @description Added. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/access/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revokes a key: 204. What is open by it is closed within seconds. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/access/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in: {name, password} → who one is, and a cookie. 401 whatever is wrong; 429 after too many that were. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": unknown;
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        /** Signs out: 204. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/access/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who asks: {kind, id, name, role, rooms, things, expires?}. */
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
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
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
    "/access/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one's own password: {old, new} → 204; one's other sessions end. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": unknown;
                };
            };
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/access/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All accounts: {items: [{id, name, role, rooms, things, created}]}. */
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
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Makes an account: {name, password, role, rooms?, things?} → 201; 409 when the name is taken. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": unknown;
                };
            };
            responses: {
                /** @description Added. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/access/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Gives an account another role and scope, and a password when there is one: {role, rooms?, things?, password?} → 204; its sessions end. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": unknown;
                };
            };
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        post?: never;
        /** Deletes an account: 204; its sessions end. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/access/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the first administrator can be made now, and whether that takes the code printed at the start: {possible, code}. */
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
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Makes the first administrator and signs in: {name, password, code?} → 201. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": unknown;
                };
            };
            responses: {
                /** @description Added. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused (docs/errors.md). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            erro: string;
                            detail?: string;
                            instance?: string;
                            status: number;
                        };
                    };
                };
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
        Band: {
            /** Format: date-time */
            time: string;
            /** @description any JSON */
            value: unknown;
        };
        /** @description an enumeration or text as its changes */
        Bands: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            step?: null | number;
            points: components["schemas"]["Band"][];
            /** @description the last reading before the range, {time, value}, or null */
            before: unknown;
            /** @description older changes were left out */
            more?: boolean;
        };
        BrokerFileStatus: {
            folder: string;
            /** Format: date-time */
            written: unknown;
            heeded: boolean;
            fault: null | string;
        };
        BrokerStatus: {
            mode: string;
            address: string;
            connected: boolean;
            fault?: null | string;
            /** Format: int32 */
            clients?: null | number | string;
            files?: null | components["schemas"]["BrokerFileStatus"];
        };
        ChatAnswer: {
            conversation: string;
            /** @enum {string} */
            language: "pt" | "en";
            intent: string;
            text: string;
            citations: {
                number: number;
                document: string;
                name: string;
                page: number;
                start?: number;
                quote: string;
            }[];
            actions: Record<string, never>[];
            notes: Record<string, never>[];
            question?: Record<string, never>;
        };
        /** @description an action or a property write on its way */
        Command: {
            id: string;
            thing: string;
            /** @enum {string} */
            of: "action" | "property";
            name: string;
            /** @description any JSON */
            input?: unknown;
            /** @enum {string} */
            state: "pending" | "sent" | "confirmed" | "failed" | "expired";
            /** @description nothing had to be sent: it was so */
            already: boolean;
            /** @description nothing that the device reports can confirm it; it ends at sent */
            unconfirmable: boolean;
            /** Format: date-time */
            created: string;
            /** Format: date-time */
            deadline?: string;
            /** Format: date-time */
            queuedUntil?: string;
            /** Format: date-time */
            sent?: string;
            /** Format: date-time */
            ended?: string;
            /** @description seconds granted to the device */
            timeout: number;
            /** @description who asked: http:, chat:, mcp: and the address, or ws */
            by?: string;
            /** @description why it failed or expired: offline, no-answer, not-sent, superseded, restarted */
            reason?: string;
        };
        /** @description newest first */
        Commands: {
            items: components["schemas"]["Command"][];
        };
        Conversation: {
            id: string;
            title: string;
            /** Format: date-time */
            created: string;
            /** Format: date-time */
            used: string;
            /** @description how many, in the list; what was said, oldest first, in one */
            messages?: unknown;
        };
        Conversations: {
            items: components["schemas"]["Conversation"][];
            next?: null | string;
        };
        /** @description the Thing Description of the directory itself */
        Directory: Record<string, never>;
        Document: {
            id: string;
            name: string;
            /** @description queued, reading, ready or failed */
            state: string;
            pages?: null | number;
            /** @description pages that hold no text */
            unread?: null | number;
            bytes: number;
            /** Format: date-time */
            added: string;
            /** @description it lies in the lab's folder, and is deleted there */
            fromFolder: boolean;
            /** @description while it is read: how far */
            page?: null | number;
            of?: null | number;
            error?: null | string;
            /** @description why it failed, in the caller's language */
            erro?: null | string;
            already?: null | boolean;
        };
        Documents: {
            items: components["schemas"]["Document"][];
            next?: null | string;
            limits?: {
                /** @description how large a file may be */
                bytes: number;
            };
            embeddings?: null | Record<string, never>;
        };
        /** @description one entry of the log (docs/live.md) */
        Entry: {
            /** @description opaque; a place in the log */
            cursor: string;
            thing: string;
            version: number;
            /** @enum {string} */
            kind: "property" | "event" | "action" | "availability" | "security";
            name: string;
            /** @description any JSON */
            value: unknown;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC, microseconds
             */
            time: string;
            /** Format: date-time */
            deviceTime?: string;
            changed: boolean;
            /** @description the command's id, on entries of kind action */
            cause?: string;
        };
        Found: {
            items: components["schemas"]["Passage"][];
        };
        Health: {
            /**
             * @description ill: a part names why
             * @enum {string}
             */
            status: "ok" | "ill";
            parts?: {
                log: string;
                broker: string;
                lab: string;
                disk: string;
                documents: string;
            };
        };
        HistoryAnswer: components["schemas"]["Readings"] | components["schemas"]["Series"] | components["schemas"]["Bands"];
        /** @description the lab as it was known at an instant */
        Instant: {
            /** Format: date-time */
            at: string;
            /** @description the place in the log: what came next follows it */
            cursor: string;
            things: {
                [key: string]: {
                    version: number;
                    state: components["schemas"]["State"];
                };
            };
        };
        Lab: {
            /** @description by language */
            name: {
                [key: string]: string;
            };
            language: string;
            /** @description IANA name */
            timeZone: string;
            /** @description the 3D world: docs/vocabulary.md */
            scene: null | Record<string, never>;
            shortcuts: {
                path: string;
                thing: string;
                action?: null | string;
                property?: null | string;
            }[];
            /** @description what is wrong with the lab's files; the lab as it last was right is shown */
            faults: unknown[];
        };
        LogPage: {
            items: components["schemas"]["Entry"][];
            /** @description the cursor that goes on */
            next: null | string;
        };
        LogRange: {
            oldest: components["schemas"]["Place"] | null;
            newest: components["schemas"]["Place"] | null;
        };
        Passage: {
            document: {
                id: string;
                name: string;
            };
            page: number;
            section?: null | string;
            text: string;
            /** @description where it begins on the page, in characters */
            start: number;
            language?: string;
            score: number;
            /** @description where it stands on the page, points from its lower left corner */
            boxes?: {
                left: number;
                bottom: number;
                right: number;
                top: number;
            }[];
        };
        Place: {
            /** Format: date-time */
            time: string;
            cursor: string;
        };
        /** @description one bucket of a chart, or one reading */
        Point: {
            /** Format: date-time */
            time: string;
            min: number;
            max: number;
            mean: number;
            last: number;
            count: number;
        };
        Presence: {
            rooms: {
                room: string;
                people: {
                    id: string;
                    name: string;
                }[];
                observers: number;
            }[];
        };
        Readings: {
            items: {
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC, microseconds
                 */
                time: string;
                /** @description any JSON */
                value: unknown;
                /** Format: date-time */
                deviceTime?: string;
                changed: boolean;
            }[];
            /** @description the 'from' that goes on */
            next: null | string;
        };
        RejectedTopic: {
            topic: string;
            thing: string;
            reason: string;
            payload: string;
            /** Format: int64 */
            bytes: number | string;
            /** Format: int64 */
            count: number | string;
            /** Format: date-time */
            last: unknown;
        };
        Reported: {
            /** @description any JSON */
            value: unknown;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC, microseconds
             */
            time: string;
            /**
             * Format: date-time
             * @description the device's own time, when it sent one
             */
            deviceTime?: string;
        };
        SecuritySummary: {
            kind: string;
            source: string;
            thing: string;
            /** Format: int64 */
            count: number | string;
            /** Format: date-time */
            first: unknown;
            /** Format: date-time */
            last: unknown;
            open: boolean;
            detail: string;
        };
        SecurityView: {
            items: components["schemas"]["SecuritySummary"][];
            webhook: null | components["schemas"]["WebhookStatus"];
        };
        /** @description a property as a chart */
        Series: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            /** @description seconds of a bucket; null: each point is a reading */
            step: null | number;
            points: components["schemas"]["Point"][];
            /** @description the last reading before the range, {time, value}, or null */
            before: unknown;
        };
        ShortcutAnswer: {
            /** @description a sentence for the person */
            status: string;
            command: string;
            already: boolean;
        };
        /** @description what is known of a thing */
        State: {
            /** @description the thing's count of entries */
            version?: number;
            /** @description whether the device is there; absent: nobody knows */
            available?: boolean;
            /**
             * Format: date-time
             * @description since when it is there, or gone
             */
            since?: string;
            properties: {
                [key: string]: components["schemas"]["Reported"];
            };
            desired: {
                [key: string]: {
                    /** @description any JSON */
                    value: unknown;
                };
            };
        };
        /** @description a W3C Thing Description 1.1 with HTTP and WebSocket forms */
        Thing: {
            id: string;
            title: string;
            titles?: {
                [key: string]: string;
            };
            description?: string;
            descriptions?: {
                [key: string]: string;
            };
            /** @description what it looks like: lamp, sensor, door… */
            "gemeo:kind"?: string;
            /** @description a room of the lab's scene */
            "gemeo:room"?: string;
            properties?: {
                [key: string]: Record<string, never>;
            };
            actions?: {
                [key: string]: Record<string, never>;
            };
            events?: {
                [key: string]: Record<string, never>;
            };
        };
        Things: components["schemas"]["Thing"][];
        ThingsAnswer: components["schemas"]["Things"] | components["schemas"]["Instant"];
        UnmatchedTopic: {
            topic: string;
            payload: string;
            /** Format: int64 */
            bytes: number | string;
            /** Format: int64 */
            count: number | string;
            /** Format: date-time */
            last: unknown;
        };
        Uploaded: {
            items: Record<string, never>[];
        };
        /** @description any JSON */
        Value: unknown;
        Values: {
            [key: string]: unknown;
        };
        WebhookStatus: {
            /** Format: int32 */
            waiting: number | string;
            /** Format: int64 */
            delivered: number | string;
            /** Format: int64 */
            dropped: number | string;
            fault: null | string;
        };
        Welcome: {
            message: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
