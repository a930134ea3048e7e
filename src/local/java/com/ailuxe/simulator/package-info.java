/**
 * The channel simulator: WhatsApp's and Telegram's servers, and the phones of those who write. It
 * is part of the development stack only and talks to the app over HTTP alone.
 *
 * <p>The providers' side is the Cloud API below {@code /vNN.N/} and the Bot API below {@code
 * /bot<token>/}, as the real ones. A page to chat from is at {@code /}. All else goes through the
 * control API, JSON below {@code /simulator/api}; a refusal is {@code {"error": why}} with a 4xx
 * status:
 *
 * <table>
 * <caption>Control API; {@code {chat}} is {@code contacts/{contact}/{whatsapp|telegram}}</caption>
 * <tr><th>Call</th><th>What it does</th></tr>
 * <tr><td>GET contacts</td><td>who there is</td></tr>
 * <tr><td>POST contacts</td><td>adds one: {@code name} and at least one of {@code phone},
 *     {@code userId}, {@code telegramId}; also {@code id}, {@code username}, {@code language}</td></tr>
 * <tr><td>PUT contacts/{contact}/phone</td><td>{@code {"state":"ON|OFF|BLOCKS_US"}}</td></tr>
 * <tr><td>GET {chat}/log?after=seq</td><td>the chat on the phone, both directions, with provider ids,
 *     choices, files, ticks, callback data and the raw request</td></tr>
 * <tr><td>POST {chat}/messages</td><td>the contact writes: the fields of {@code Saying} as JSON, or as
 *     multipart with a part {@code file}; answers the line of the chat</td></tr>
 * <tr><td>POST {chat}/press</td><td>{@code {"messageId", "button": id or title}}</td></tr>
 * <tr><td>POST {chat}/read</td><td>the contact looks at the chat</td></tr>
 * <tr><td>GET received?after=seq&amp;channel=&amp;operation=</td><td>all calls of the app in order, with
 *     body, answer and the line they wrote; {@code getUpdates} is left out</td></tr>
 * <tr><td>GET files/{media}</td><td>the bytes of a file in a chat, no token needed</td></tr>
 * <tr><td>GET webhooks?after=id&amp;channel=&amp;state=</td><td>all events for the app with each attempt,
 *     its status and latency; state is pending, delivered, given_up or lost</td></tr>
 * <tr><td>POST webhooks/resume</td><td>tries again what was given up, and at once what waits</td></tr>
 * <tr><td>POST whatsapp/handshake</td><td>does Meta's {@code hub.*} check against the app</td></tr>
 * <tr><td>POST whatsapp/batch</td><td>{@code {"messages":[{"contact", ..}], "shape":
 *     "MESSAGES|CHANGES|ENTRIES"}} in one webhook</td></tr>
 * <tr><td>POST whatsapp/echo</td><td>{@code {"contact","text"}}: the owner writes from the business
 *     phone</td></tr>
 * <tr><td>POST whatsapp/status</td><td>{@code {"messageId","status","code"}}: one more status, also a
 *     late or a failed one</td></tr>
 * <tr><td>POST whatsapp/webhook</td><td>any body, signed and delivered as it is</td></tr>
 * <tr><td>POST telegram/update</td><td>any update, handed out as it is; one without an
 *     {@code update_id} gets the next one</td></tr>
 * <tr><td>GET state</td><td>the clock, and per channel the last answer of the app and what waits</td></tr>
 * <tr><td>GET clock, POST clock/advance</td><td>{@code {"by":"PT24H"}} or {@code {"to":instant}}; 502
 *     and the reason when a target did not follow, {@code PT0S} lets it catch up</td></tr>
 * <tr><td>GET, PUT misbehaviour</td><td>{@code {"faults":[{"kind", "channel", "on", "times", "delay",
 *     "retryAfterSeconds", "code", "copies"}]}}, see {@code Misbehaviour}</td></tr>
 * <tr><td>POST misbehaviour</td><td>one fault more, without the list around it</td></tr>
 * <tr><td>POST reset</td><td>empties all chats and logs, or those of {@code {"contact"}}</td></tr>
 * <tr><td>GET events</td><td>server-sent events: entry, contact, typing, notice, webhook, clock,
 *     cleared, trouble</td></tr>
 * </table>
 */
@NullMarked
package com.ailuxe.simulator;

import org.jspecify.annotations.NullMarked;
