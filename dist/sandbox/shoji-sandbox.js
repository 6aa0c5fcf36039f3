#!/usr/bin/env node
import { createRequire } from "node:module";
import { readFileSync, realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { constants, createDecipheriv, createHash, createHmac, generateKeyPairSync, privateDecrypt, randomBytes, randomInt, randomUUID } from "node:crypto";
import { isUtf8 } from "node:buffer";
import { readFile, readdir } from "node:fs/promises";
import { extname, join } from "node:path";
import { STATUS_CODES, ServerResponse, createServer } from "node:http";
import { Http2ServerRequest, constants as constants$1 } from "node:http2";
import { Readable } from "node:stream";

var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __esmMin = (fn, res, err) => () => {
	if (err) throw err[0];
	try {
		return fn && (res = fn(fn = 0)), res;
	} catch (e) {
		throw err = [e], e;
	}
};
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
var __exportAll = (all, no_symbols) => {
	let target = {};
	for (var name in all) {
		__defProp(target, name, {
			get: all[name],
			enumerable: true
		});
	}
	if (!no_symbols) {
		__defProp(target, Symbol.toStringTag, { value: "Module" });
	}
	return target;
};
var __copyProps = (to, from, except, desc) => {
	if (from && typeof from === "object" || typeof from === "function") {
		for (var keys = __getOwnPropNames(from), i = 0, n = keys.length, key; i < n; i++) {
			key = keys[i];
			if (!__hasOwnProp.call(to, key) && key !== except) {
				__defProp(to, key, {
					get: ((k) => from[k]).bind(null, key),
					enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable
				});
			}
		}
	}
	return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(isNodeMode || !mod || !mod.__esModule || !__hasOwnProp.call(mod, "default") ? __defProp(target, "default", {
	value: mod,
	enumerable: true
}) : target, mod));
var __toCommonJS = (mod) => __hasOwnProp.call(mod, "module.exports") ? mod["module.exports"] : __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var __require = /* #__PURE__ */ (() => createRequire(import.meta.url))();

var require_safer = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var buffer = __require("buffer");
	var Buffer = buffer.Buffer;
	var safer = {};
	var key;
	for (key in buffer) {
		if (!buffer.hasOwnProperty(key)) continue;
		if (key === "SlowBuffer" || key === "Buffer") continue;
		safer[key] = buffer[key];
	}
	var Safer = safer.Buffer = {};
	for (key in Buffer) {
		if (!Buffer.hasOwnProperty(key)) continue;
		if (key === "allocUnsafe" || key === "allocUnsafeSlow") continue;
		Safer[key] = Buffer[key];
	}
	safer.Buffer.prototype = Buffer.prototype;
	if (!Safer.from || Safer.from === Uint8Array.from) Safer.from = function(value, encodingOrOffset, length) {
		if (typeof value === "number") throw new TypeError("The \"value\" argument must not be of type number. Received type " + typeof value);
		if (value && typeof value.length === "undefined") throw new TypeError("The first argument must be one of type string, Buffer, ArrayBuffer, Array, or Array-like Object. Received type " + typeof value);
		return Buffer(value, encodingOrOffset, length);
	};
	if (!Safer.alloc) Safer.alloc = function(size, fill, encoding) {
		if (typeof size !== "number") throw new TypeError("The \"size\" argument must be of type number. Received type " + typeof size);
		if (size < 0 || size >= 2 * (1 << 30)) throw new RangeError("The value \"" + size + "\" is invalid for option \"size\"");
		var buf = Buffer(size);
		if (!fill || fill.length === 0) buf.fill(0);
		else if (typeof encoding === "string") buf.fill(fill, encoding);
		else buf.fill(fill);
		return buf;
	};
	if (!safer.kStringMaxLength) try {
		safer.kStringMaxLength = process.binding("buffer").kStringMaxLength;
	} catch (e) {}
	if (!safer.constants) {
		safer.constants = { MAX_LENGTH: safer.kMaxLength };
		if (safer.kStringMaxLength) safer.constants.MAX_STRING_LENGTH = safer.kStringMaxLength;
	}
	module.exports = safer;
}));

var require_bom_handling = /* @__PURE__ */ __commonJSMin(((exports) => {
	var BOMChar = "﻿";
	exports.PrependBOM = PrependBOMWrapper;
	function PrependBOMWrapper(encoder, options) {
		this.encoder = encoder;
		this.addBOM = true;
	}
	PrependBOMWrapper.prototype.write = function(str) {
		if (this.addBOM) {
			str = BOMChar + str;
			this.addBOM = false;
		}
		return this.encoder.write(str);
	};
	PrependBOMWrapper.prototype.end = function() {
		return this.encoder.end();
	};
	exports.StripBOM = StripBOMWrapper;
	function StripBOMWrapper(decoder, options) {
		this.decoder = decoder;
		this.pass = false;
		this.options = options || {};
	}
	StripBOMWrapper.prototype.write = function(buf) {
		var res = this.decoder.write(buf);
		if (this.pass || !res) return res;
		if (res[0] === BOMChar) {
			res = res.slice(1);
			if (typeof this.options.stripBOM === "function") this.options.stripBOM();
		}
		this.pass = true;
		return res;
	};
	StripBOMWrapper.prototype.end = function() {
		return this.decoder.end();
	};
}));

var require_merge_exports = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var hasOwn = typeof Object.hasOwn === "undefined" ? Function.call.bind(Object.prototype.hasOwnProperty) : Object.hasOwn;
	function mergeModules(target, module) {
		for (var key in module) if (hasOwn(module, key)) target[key] = module[key];
	}
	module.exports = mergeModules;
}));

var require_internal = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var Buffer = require_safer().Buffer;
	module.exports = {
		utf8: {
			type: "_internal",
			bomAware: true
		},
		cesu8: {
			type: "_internal",
			bomAware: true
		},
		unicode11utf8: "utf8",
		ucs2: {
			type: "_internal",
			bomAware: true
		},
		utf16le: "ucs2",
		binary: { type: "_internal" },
		base64: { type: "_internal" },
		hex: { type: "_internal" },
		_internal: InternalCodec
	};
	function InternalCodec(codecOptions, iconv) {
		this.enc = codecOptions.encodingName;
		this.bomAware = codecOptions.bomAware;
		if (this.enc === "base64") this.encoder = InternalEncoderBase64;
		else if (this.enc === "utf8") this.encoder = InternalEncoderUtf8;
		else if (this.enc === "cesu8") {
			this.enc = "utf8";
			this.encoder = InternalEncoderCesu8;
			if (Buffer.from("eda0bdedb2a9", "hex").toString() !== "💩") {
				this.decoder = InternalDecoderCesu8;
				this.defaultCharUnicode = iconv.defaultCharUnicode;
			}
		}
	}
	InternalCodec.prototype.encoder = InternalEncoder;
	InternalCodec.prototype.decoder = InternalDecoder;
	var StringDecoder = __require("string_decoder").StringDecoder;
	function InternalDecoder(options, codec) {
		this.decoder = new StringDecoder(codec.enc);
	}
	InternalDecoder.prototype.write = function(buf) {
		if (!Buffer.isBuffer(buf)) buf = Buffer.from(buf);
		return this.decoder.write(buf);
	};
	InternalDecoder.prototype.end = function() {
		return this.decoder.end();
	};
	function InternalEncoder(options, codec) {
		this.enc = codec.enc;
	}
	InternalEncoder.prototype.write = function(str) {
		return Buffer.from(str, this.enc);
	};
	InternalEncoder.prototype.end = function() {};
	function InternalEncoderBase64(options, codec) {
		this.prevStr = "";
	}
	InternalEncoderBase64.prototype.write = function(str) {
		str = this.prevStr + str;
		var completeQuads = str.length - str.length % 4;
		this.prevStr = str.slice(completeQuads);
		str = str.slice(0, completeQuads);
		return Buffer.from(str, "base64");
	};
	InternalEncoderBase64.prototype.end = function() {
		return Buffer.from(this.prevStr, "base64");
	};
	function InternalEncoderCesu8(options, codec) {}
	InternalEncoderCesu8.prototype.write = function(str) {
		var buf = Buffer.alloc(str.length * 3);
		var bufIdx = 0;
		for (var i = 0; i < str.length; i++) {
			var charCode = str.charCodeAt(i);
			if (charCode < 128) buf[bufIdx++] = charCode;
			else if (charCode < 2048) {
				buf[bufIdx++] = 192 + (charCode >>> 6);
				buf[bufIdx++] = 128 + (charCode & 63);
			} else {
				buf[bufIdx++] = 224 + (charCode >>> 12);
				buf[bufIdx++] = 128 + (charCode >>> 6 & 63);
				buf[bufIdx++] = 128 + (charCode & 63);
			}
		}
		return buf.slice(0, bufIdx);
	};
	InternalEncoderCesu8.prototype.end = function() {};
	function InternalDecoderCesu8(options, codec) {
		this.acc = 0;
		this.contBytes = 0;
		this.accBytes = 0;
		this.defaultCharUnicode = codec.defaultCharUnicode;
	}
	InternalDecoderCesu8.prototype.write = function(buf) {
		var acc = this.acc;
		var contBytes = this.contBytes;
		var accBytes = this.accBytes;
		var res = "";
		for (var i = 0; i < buf.length; i++) {
			var curByte = buf[i];
			if ((curByte & 192) !== 128) {
				if (contBytes > 0) {
					res += this.defaultCharUnicode;
					contBytes = 0;
				}
				if (curByte < 128) res += String.fromCharCode(curByte);
				else if (curByte < 224) {
					acc = curByte & 31;
					contBytes = 1;
					accBytes = 1;
				} else if (curByte < 240) {
					acc = curByte & 15;
					contBytes = 2;
					accBytes = 1;
				} else res += this.defaultCharUnicode;
			} else if (contBytes > 0) {
				acc = acc << 6 | curByte & 63;
				contBytes--;
				accBytes++;
				if (contBytes === 0) {
					if (accBytes === 2 && acc < 128 && acc > 0) res += this.defaultCharUnicode;
					else if (accBytes === 3 && acc < 2048) res += this.defaultCharUnicode;
					else res += String.fromCharCode(acc);
				}
			} else res += this.defaultCharUnicode;
		}
		this.acc = acc;
		this.contBytes = contBytes;
		this.accBytes = accBytes;
		return res;
	};
	InternalDecoderCesu8.prototype.end = function() {
		var res = 0;
		if (this.contBytes > 0) res += this.defaultCharUnicode;
		return res;
	};
	function InternalEncoderUtf8(options, codec) {
		this.highSurrogate = "";
	}
	InternalEncoderUtf8.prototype.write = function(str) {
		if (this.highSurrogate) {
			str = this.highSurrogate + str;
			this.highSurrogate = "";
		}
		if (str.length > 0) {
			var charCode = str.charCodeAt(str.length - 1);
			if (charCode >= 55296 && charCode < 56320) {
				this.highSurrogate = str[str.length - 1];
				str = str.slice(0, str.length - 1);
			}
		}
		return Buffer.from(str, this.enc);
	};
	InternalEncoderUtf8.prototype.end = function() {
		if (this.highSurrogate) {
			var str = this.highSurrogate;
			this.highSurrogate = "";
			return Buffer.from(str, this.enc);
		}
	};
}));

var require_utf32 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Buffer = require_safer().Buffer;
	exports._utf32 = Utf32Codec;
	function Utf32Codec(codecOptions, iconv) {
		this.iconv = iconv;
		this.bomAware = true;
		this.isLE = codecOptions.isLE;
	}
	exports.utf32le = {
		type: "_utf32",
		isLE: true
	};
	exports.utf32be = {
		type: "_utf32",
		isLE: false
	};
	exports.ucs4le = "utf32le";
	exports.ucs4be = "utf32be";
	Utf32Codec.prototype.encoder = Utf32Encoder;
	Utf32Codec.prototype.decoder = Utf32Decoder;
	function Utf32Encoder(options, codec) {
		this.isLE = codec.isLE;
		this.highSurrogate = 0;
	}
	Utf32Encoder.prototype.write = function(str) {
		var src = Buffer.from(str, "ucs2");
		var dst = Buffer.alloc(src.length * 2 + 4);
		var write32 = this.isLE ? dst.writeUInt32LE : dst.writeUInt32BE;
		var offset = 0;
		for (var i = 0; i < src.length; i += 2) {
			var code = src.readUInt16LE(i);
			var isHighSurrogate = code >= 55296 && code < 56320;
			var isLowSurrogate = code >= 56320 && code < 57344;
			if (this.highSurrogate) {
				if (isHighSurrogate || !isLowSurrogate) {
					write32.call(dst, this.highSurrogate, offset);
					offset += 4;
				} else {
					var codepoint = (this.highSurrogate - 55296 << 10 | code - 56320) + 65536;
					write32.call(dst, codepoint, offset);
					offset += 4;
					this.highSurrogate = 0;
					continue;
				}
			}
			if (isHighSurrogate) this.highSurrogate = code;
			else {
				write32.call(dst, code, offset);
				offset += 4;
				this.highSurrogate = 0;
			}
		}
		if (offset < dst.length) dst = dst.slice(0, offset);
		return dst;
	};
	Utf32Encoder.prototype.end = function() {
		if (!this.highSurrogate) return;
		var buf = Buffer.alloc(4);
		if (this.isLE) buf.writeUInt32LE(this.highSurrogate, 0);
		else buf.writeUInt32BE(this.highSurrogate, 0);
		this.highSurrogate = 0;
		return buf;
	};
	function Utf32Decoder(options, codec) {
		this.isLE = codec.isLE;
		this.badChar = codec.iconv.defaultCharUnicode.charCodeAt(0);
		this.overflow = [];
	}
	Utf32Decoder.prototype.write = function(src) {
		if (src.length === 0) return "";
		var i = 0;
		var codepoint = 0;
		var dst = Buffer.alloc(src.length + 4);
		var offset = 0;
		var isLE = this.isLE;
		var overflow = this.overflow;
		var badChar = this.badChar;
		if (overflow.length > 0) {
			for (; i < src.length && overflow.length < 4; i++) overflow.push(src[i]);
			if (overflow.length === 4) {
				if (isLE) codepoint = overflow[0] | overflow[1] << 8 | overflow[2] << 16 | overflow[3] << 24;
				else codepoint = overflow[3] | overflow[2] << 8 | overflow[1] << 16 | overflow[0] << 24;
				overflow.length = 0;
				offset = _writeCodepoint(dst, offset, codepoint, badChar);
			}
		}
		for (; i < src.length - 3; i += 4) {
			if (isLE) codepoint = src[i] | src[i + 1] << 8 | src[i + 2] << 16 | src[i + 3] << 24;
			else codepoint = src[i + 3] | src[i + 2] << 8 | src[i + 1] << 16 | src[i] << 24;
			offset = _writeCodepoint(dst, offset, codepoint, badChar);
		}
		for (; i < src.length; i++) overflow.push(src[i]);
		return dst.slice(0, offset).toString("ucs2");
	};
	function _writeCodepoint(dst, offset, codepoint, badChar) {
		if (codepoint < 0 || codepoint > 1114111) codepoint = badChar;
		if (codepoint >= 65536) {
			codepoint -= 65536;
			var high = 55296 | codepoint >> 10;
			dst[offset++] = high & 255;
			dst[offset++] = high >> 8;
			var codepoint = 56320 | codepoint & 1023;
		}
		dst[offset++] = codepoint & 255;
		dst[offset++] = codepoint >> 8;
		return offset;
	}
	Utf32Decoder.prototype.end = function() {
		if (this.overflow.length === 0) return;
		this.overflow.length = 0;
		return String.fromCharCode(this.badChar);
	};
	exports.utf32 = Utf32AutoCodec;
	exports.ucs4 = "utf32";
	function Utf32AutoCodec(options, iconv) {
		this.iconv = iconv;
	}
	Utf32AutoCodec.prototype.encoder = Utf32AutoEncoder;
	Utf32AutoCodec.prototype.decoder = Utf32AutoDecoder;
	function Utf32AutoEncoder(options, codec) {
		options = options || {};
		if (options.addBOM === void 0) options.addBOM = true;
		this.encoder = codec.iconv.getEncoder(options.defaultEncoding || "utf-32le", options);
	}
	Utf32AutoEncoder.prototype.write = function(str) {
		return this.encoder.write(str);
	};
	Utf32AutoEncoder.prototype.end = function() {
		return this.encoder.end();
	};
	function Utf32AutoDecoder(options, codec) {
		this.decoder = null;
		this.initialBufs = [];
		this.initialBufsLen = 0;
		this.options = options || {};
		this.iconv = codec.iconv;
	}
	Utf32AutoDecoder.prototype.write = function(buf) {
		if (!this.decoder) {
			this.initialBufs.push(buf);
			this.initialBufsLen += buf.length;
			if (this.initialBufsLen < 32) return "";
			var encoding = detectEncoding(this.initialBufs, this.options.defaultEncoding);
			this.decoder = this.iconv.getDecoder(encoding, this.options);
			var resStr = "";
			for (var i = 0; i < this.initialBufs.length; i++) resStr += this.decoder.write(this.initialBufs[i]);
			this.initialBufs.length = this.initialBufsLen = 0;
			return resStr;
		}
		return this.decoder.write(buf);
	};
	Utf32AutoDecoder.prototype.end = function() {
		if (!this.decoder) {
			var encoding = detectEncoding(this.initialBufs, this.options.defaultEncoding);
			this.decoder = this.iconv.getDecoder(encoding, this.options);
			var resStr = "";
			for (var i = 0; i < this.initialBufs.length; i++) resStr += this.decoder.write(this.initialBufs[i]);
			var trail = this.decoder.end();
			if (trail) resStr += trail;
			this.initialBufs.length = this.initialBufsLen = 0;
			return resStr;
		}
		return this.decoder.end();
	};
	function detectEncoding(bufs, defaultEncoding) {
		var b = [];
		var charsProcessed = 0;
		var invalidLE = 0;
		var invalidBE = 0;
		var bmpCharsLE = 0;
		var bmpCharsBE = 0;
		outerLoop: for (var i = 0; i < bufs.length; i++) {
			var buf = bufs[i];
			for (var j = 0; j < buf.length; j++) {
				b.push(buf[j]);
				if (b.length === 4) {
					if (charsProcessed === 0) {
						if (b[0] === 255 && b[1] === 254 && b[2] === 0 && b[3] === 0) return "utf-32le";
						if (b[0] === 0 && b[1] === 0 && b[2] === 254 && b[3] === 255) return "utf-32be";
					}
					if (b[0] !== 0 || b[1] > 16) invalidBE++;
					if (b[3] !== 0 || b[2] > 16) invalidLE++;
					if (b[0] === 0 && b[1] === 0 && (b[2] !== 0 || b[3] !== 0)) bmpCharsBE++;
					if ((b[0] !== 0 || b[1] !== 0) && b[2] === 0 && b[3] === 0) bmpCharsLE++;
					b.length = 0;
					charsProcessed++;
					if (charsProcessed >= 100) break outerLoop;
				}
			}
		}
		if (bmpCharsBE - invalidBE > bmpCharsLE - invalidLE) return "utf-32be";
		if (bmpCharsBE - invalidBE < bmpCharsLE - invalidLE) return "utf-32le";
		return defaultEncoding || "utf-32le";
	}
}));

var require_utf16 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Buffer = require_safer().Buffer;
	exports.utf16be = Utf16BECodec;
	function Utf16BECodec() {}
	Utf16BECodec.prototype.encoder = Utf16BEEncoder;
	Utf16BECodec.prototype.decoder = Utf16BEDecoder;
	Utf16BECodec.prototype.bomAware = true;
	function Utf16BEEncoder() {}
	Utf16BEEncoder.prototype.write = function(str) {
		var buf = Buffer.from(str, "ucs2");
		for (var i = 0; i < buf.length; i += 2) {
			var tmp = buf[i];
			buf[i] = buf[i + 1];
			buf[i + 1] = tmp;
		}
		return buf;
	};
	Utf16BEEncoder.prototype.end = function() {};
	function Utf16BEDecoder() {
		this.overflowByte = -1;
	}
	Utf16BEDecoder.prototype.write = function(buf) {
		if (buf.length == 0) return "";
		var buf2 = Buffer.alloc(buf.length + 1);
		var i = 0;
		var j = 0;
		if (this.overflowByte !== -1) {
			buf2[0] = buf[0];
			buf2[1] = this.overflowByte;
			i = 1;
			j = 2;
		}
		for (; i < buf.length - 1; i += 2, j += 2) {
			buf2[j] = buf[i + 1];
			buf2[j + 1] = buf[i];
		}
		this.overflowByte = i == buf.length - 1 ? buf[buf.length - 1] : -1;
		return buf2.slice(0, j).toString("ucs2");
	};
	Utf16BEDecoder.prototype.end = function() {
		this.overflowByte = -1;
	};
	exports.utf16 = Utf16Codec;
	function Utf16Codec(codecOptions, iconv) {
		this.iconv = iconv;
	}
	Utf16Codec.prototype.encoder = Utf16Encoder;
	Utf16Codec.prototype.decoder = Utf16Decoder;
	function Utf16Encoder(options, codec) {
		options = options || {};
		if (options.addBOM === void 0) options.addBOM = true;
		this.encoder = codec.iconv.getEncoder("utf-16le", options);
	}
	Utf16Encoder.prototype.write = function(str) {
		return this.encoder.write(str);
	};
	Utf16Encoder.prototype.end = function() {
		return this.encoder.end();
	};
	function Utf16Decoder(options, codec) {
		this.decoder = null;
		this.initialBufs = [];
		this.initialBufsLen = 0;
		this.options = options || {};
		this.iconv = codec.iconv;
	}
	Utf16Decoder.prototype.write = function(buf) {
		if (!this.decoder) {
			this.initialBufs.push(buf);
			this.initialBufsLen += buf.length;
			if (this.initialBufsLen < 16) return "";
			var encoding = detectEncoding(this.initialBufs, this.options.defaultEncoding);
			this.decoder = this.iconv.getDecoder(encoding, this.options);
			var resStr = "";
			for (var i = 0; i < this.initialBufs.length; i++) resStr += this.decoder.write(this.initialBufs[i]);
			this.initialBufs.length = this.initialBufsLen = 0;
			return resStr;
		}
		return this.decoder.write(buf);
	};
	Utf16Decoder.prototype.end = function() {
		if (!this.decoder) {
			var encoding = detectEncoding(this.initialBufs, this.options.defaultEncoding);
			this.decoder = this.iconv.getDecoder(encoding, this.options);
			var resStr = "";
			for (var i = 0; i < this.initialBufs.length; i++) resStr += this.decoder.write(this.initialBufs[i]);
			var trail = this.decoder.end();
			if (trail) resStr += trail;
			this.initialBufs.length = this.initialBufsLen = 0;
			return resStr;
		}
		return this.decoder.end();
	};
	function detectEncoding(bufs, defaultEncoding) {
		var b = [];
		var charsProcessed = 0;
		var asciiCharsLE = 0;
		var asciiCharsBE = 0;
		outerLoop: for (var i = 0; i < bufs.length; i++) {
			var buf = bufs[i];
			for (var j = 0; j < buf.length; j++) {
				b.push(buf[j]);
				if (b.length === 2) {
					if (charsProcessed === 0) {
						if (b[0] === 255 && b[1] === 254) return "utf-16le";
						if (b[0] === 254 && b[1] === 255) return "utf-16be";
					}
					if (b[0] === 0 && b[1] !== 0) asciiCharsBE++;
					if (b[0] !== 0 && b[1] === 0) asciiCharsLE++;
					b.length = 0;
					charsProcessed++;
					if (charsProcessed >= 100) break outerLoop;
				}
			}
		}
		if (asciiCharsBE > asciiCharsLE) return "utf-16be";
		if (asciiCharsBE < asciiCharsLE) return "utf-16le";
		return defaultEncoding || "utf-16le";
	}
}));

var require_utf7 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Buffer = require_safer().Buffer;
	exports.utf7 = Utf7Codec;
	exports.unicode11utf7 = "utf7";
	function Utf7Codec(codecOptions, iconv) {
		this.iconv = iconv;
	}
	Utf7Codec.prototype.encoder = Utf7Encoder;
	Utf7Codec.prototype.decoder = Utf7Decoder;
	Utf7Codec.prototype.bomAware = true;
	var nonDirectChars = /[^A-Za-z0-9'\(\),-\.\/:\? \n\r\t]+/g;
	function Utf7Encoder(options, codec) {
		this.iconv = codec.iconv;
	}
	Utf7Encoder.prototype.write = function(str) {
		return Buffer.from(str.replace(nonDirectChars, function(chunk) {
			return "+" + (chunk === "+" ? "" : this.iconv.encode(chunk, "utf16-be").toString("base64").replace(/=+$/, "")) + "-";
		}.bind(this)));
	};
	Utf7Encoder.prototype.end = function() {};
	function Utf7Decoder(options, codec) {
		this.iconv = codec.iconv;
		this.inBase64 = false;
		this.base64Accum = "";
	}
	var base64Regex = /[A-Za-z0-9\/+]/;
	var base64Chars = [];
	for (var i = 0; i < 256; i++) base64Chars[i] = base64Regex.test(String.fromCharCode(i));
	var plusChar = "+".charCodeAt(0);
	var minusChar = "-".charCodeAt(0);
	var andChar = "&".charCodeAt(0);
	Utf7Decoder.prototype.write = function(buf) {
		var res = "";
		var lastI = 0;
		var inBase64 = this.inBase64;
		var base64Accum = this.base64Accum;
		for (var i = 0; i < buf.length; i++) if (!inBase64) {
			if (buf[i] == plusChar) {
				res += this.iconv.decode(buf.slice(lastI, i), "ascii");
				lastI = i + 1;
				inBase64 = true;
			}
		} else if (!base64Chars[buf[i]]) {
			if (i == lastI && buf[i] == minusChar) res += "+";
			else {
				var b64str = base64Accum + this.iconv.decode(buf.slice(lastI, i), "ascii");
				res += this.iconv.decode(Buffer.from(b64str, "base64"), "utf16-be");
			}
			if (buf[i] != minusChar) i--;
			lastI = i + 1;
			inBase64 = false;
			base64Accum = "";
		}
		if (!inBase64) res += this.iconv.decode(buf.slice(lastI), "ascii");
		else {
			var b64str = base64Accum + this.iconv.decode(buf.slice(lastI), "ascii");
			var canBeDecoded = b64str.length - b64str.length % 8;
			base64Accum = b64str.slice(canBeDecoded);
			b64str = b64str.slice(0, canBeDecoded);
			res += this.iconv.decode(Buffer.from(b64str, "base64"), "utf16-be");
		}
		this.inBase64 = inBase64;
		this.base64Accum = base64Accum;
		return res;
	};
	Utf7Decoder.prototype.end = function() {
		var res = "";
		if (this.inBase64 && this.base64Accum.length > 0) res = this.iconv.decode(Buffer.from(this.base64Accum, "base64"), "utf16-be");
		this.inBase64 = false;
		this.base64Accum = "";
		return res;
	};
	exports.utf7imap = Utf7IMAPCodec;
	function Utf7IMAPCodec(codecOptions, iconv) {
		this.iconv = iconv;
	}
	Utf7IMAPCodec.prototype.encoder = Utf7IMAPEncoder;
	Utf7IMAPCodec.prototype.decoder = Utf7IMAPDecoder;
	Utf7IMAPCodec.prototype.bomAware = true;
	function Utf7IMAPEncoder(options, codec) {
		this.iconv = codec.iconv;
		this.inBase64 = false;
		this.base64Accum = Buffer.alloc(6);
		this.base64AccumIdx = 0;
	}
	Utf7IMAPEncoder.prototype.write = function(str) {
		var inBase64 = this.inBase64;
		var base64Accum = this.base64Accum;
		var base64AccumIdx = this.base64AccumIdx;
		var buf = Buffer.alloc(str.length * 5 + 10);
		var bufIdx = 0;
		for (var i = 0; i < str.length; i++) {
			var uChar = str.charCodeAt(i);
			if (uChar >= 32 && uChar <= 126) {
				if (inBase64) {
					if (base64AccumIdx > 0) {
						bufIdx += buf.write(base64Accum.slice(0, base64AccumIdx).toString("base64").replace(/\//g, ",").replace(/=+$/, ""), bufIdx);
						base64AccumIdx = 0;
					}
					buf[bufIdx++] = minusChar;
					inBase64 = false;
				}
				if (!inBase64) {
					buf[bufIdx++] = uChar;
					if (uChar === andChar) buf[bufIdx++] = minusChar;
				}
			} else {
				if (!inBase64) {
					buf[bufIdx++] = andChar;
					inBase64 = true;
				}
				if (inBase64) {
					base64Accum[base64AccumIdx++] = uChar >> 8;
					base64Accum[base64AccumIdx++] = uChar & 255;
					if (base64AccumIdx == base64Accum.length) {
						bufIdx += buf.write(base64Accum.toString("base64").replace(/\//g, ","), bufIdx);
						base64AccumIdx = 0;
					}
				}
			}
		}
		this.inBase64 = inBase64;
		this.base64AccumIdx = base64AccumIdx;
		return buf.slice(0, bufIdx);
	};
	Utf7IMAPEncoder.prototype.end = function() {
		var buf = Buffer.alloc(10);
		var bufIdx = 0;
		if (this.inBase64) {
			if (this.base64AccumIdx > 0) {
				bufIdx += buf.write(this.base64Accum.slice(0, this.base64AccumIdx).toString("base64").replace(/\//g, ",").replace(/=+$/, ""), bufIdx);
				this.base64AccumIdx = 0;
			}
			buf[bufIdx++] = minusChar;
			this.inBase64 = false;
		}
		return buf.slice(0, bufIdx);
	};
	function Utf7IMAPDecoder(options, codec) {
		this.iconv = codec.iconv;
		this.inBase64 = false;
		this.base64Accum = "";
	}
	var base64IMAPChars = base64Chars.slice();
	base64IMAPChars[",".charCodeAt(0)] = true;
	Utf7IMAPDecoder.prototype.write = function(buf) {
		var res = "";
		var lastI = 0;
		var inBase64 = this.inBase64;
		var base64Accum = this.base64Accum;
		for (var i = 0; i < buf.length; i++) if (!inBase64) {
			if (buf[i] == andChar) {
				res += this.iconv.decode(buf.slice(lastI, i), "ascii");
				lastI = i + 1;
				inBase64 = true;
			}
		} else if (!base64IMAPChars[buf[i]]) {
			if (i == lastI && buf[i] == minusChar) res += "&";
			else {
				var b64str = base64Accum + this.iconv.decode(buf.slice(lastI, i), "ascii").replace(/,/g, "/");
				res += this.iconv.decode(Buffer.from(b64str, "base64"), "utf16-be");
			}
			if (buf[i] != minusChar) i--;
			lastI = i + 1;
			inBase64 = false;
			base64Accum = "";
		}
		if (!inBase64) res += this.iconv.decode(buf.slice(lastI), "ascii");
		else {
			var b64str = base64Accum + this.iconv.decode(buf.slice(lastI), "ascii").replace(/,/g, "/");
			var canBeDecoded = b64str.length - b64str.length % 8;
			base64Accum = b64str.slice(canBeDecoded);
			b64str = b64str.slice(0, canBeDecoded);
			res += this.iconv.decode(Buffer.from(b64str, "base64"), "utf16-be");
		}
		this.inBase64 = inBase64;
		this.base64Accum = base64Accum;
		return res;
	};
	Utf7IMAPDecoder.prototype.end = function() {
		var res = "";
		if (this.inBase64 && this.base64Accum.length > 0) res = this.iconv.decode(Buffer.from(this.base64Accum, "base64"), "utf16-be");
		this.inBase64 = false;
		this.base64Accum = "";
		return res;
	};
}));

var require_sbcs_codec = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Buffer = require_safer().Buffer;
	exports._sbcs = SBCSCodec;
	function SBCSCodec(codecOptions, iconv) {
		if (!codecOptions) throw new Error("SBCS codec is called without the data.");
		if (!codecOptions.chars || codecOptions.chars.length !== 128 && codecOptions.chars.length !== 256) throw new Error("Encoding '" + codecOptions.type + "' has incorrect 'chars' (must be of len 128 or 256)");
		if (codecOptions.chars.length === 128) {
			var asciiString = "";
			for (var i = 0; i < 128; i++) asciiString += String.fromCharCode(i);
			codecOptions.chars = asciiString + codecOptions.chars;
		}
		this.decodeBuf = Buffer.from(codecOptions.chars, "ucs2");
		var encodeBuf = Buffer.alloc(65536, iconv.defaultCharSingleByte.charCodeAt(0));
		for (var i = 0; i < codecOptions.chars.length; i++) encodeBuf[codecOptions.chars.charCodeAt(i)] = i;
		this.encodeBuf = encodeBuf;
	}
	SBCSCodec.prototype.encoder = SBCSEncoder;
	SBCSCodec.prototype.decoder = SBCSDecoder;
	function SBCSEncoder(options, codec) {
		this.encodeBuf = codec.encodeBuf;
	}
	SBCSEncoder.prototype.write = function(str) {
		var buf = Buffer.alloc(str.length);
		for (var i = 0; i < str.length; i++) buf[i] = this.encodeBuf[str.charCodeAt(i)];
		return buf;
	};
	SBCSEncoder.prototype.end = function() {};
	function SBCSDecoder(options, codec) {
		this.decodeBuf = codec.decodeBuf;
	}
	SBCSDecoder.prototype.write = function(buf) {
		var decodeBuf = this.decodeBuf;
		var newBuf = Buffer.alloc(buf.length * 2);
		var idx1 = 0;
		var idx2 = 0;
		for (var i = 0; i < buf.length; i++) {
			idx1 = buf[i] * 2;
			idx2 = i * 2;
			newBuf[idx2] = decodeBuf[idx1];
			newBuf[idx2 + 1] = decodeBuf[idx1 + 1];
		}
		return newBuf.toString("ucs2");
	};
	SBCSDecoder.prototype.end = function() {};
}));

var require__table_of_another_language = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = {};
}));

var require_dbcs_codec = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Buffer = require_safer().Buffer;
	exports._dbcs = DBCSCodec;
	var UNASSIGNED = -1;
	var GB18030_CODE = -2;
	var SEQ_START = -10;
	var NODE_START = -1e3;
	var UNASSIGNED_NODE = new Array(256);
	var DEF_CHAR = -1;
	for (var i = 0; i < 256; i++) UNASSIGNED_NODE[i] = UNASSIGNED;
	function DBCSCodec(codecOptions, iconv) {
		this.encodingName = codecOptions.encodingName;
		if (!codecOptions) throw new Error("DBCS codec is called without the data.");
		if (!codecOptions.table) throw new Error("Encoding '" + this.encodingName + "' has no data.");
		var mappingTable = codecOptions.table();
		this.decodeTables = [];
		this.decodeTables[0] = UNASSIGNED_NODE.slice(0);
		this.decodeTableSeq = [];
		for (var i = 0; i < mappingTable.length; i++) this._addDecodeChunk(mappingTable[i]);
		if (typeof codecOptions.gb18030 === "function") {
			this.gb18030 = codecOptions.gb18030();
			var commonThirdByteNodeIdx = this.decodeTables.length;
			this.decodeTables.push(UNASSIGNED_NODE.slice(0));
			var commonFourthByteNodeIdx = this.decodeTables.length;
			this.decodeTables.push(UNASSIGNED_NODE.slice(0));
			var firstByteNode = this.decodeTables[0];
			for (var i = 129; i <= 254; i++) {
				var secondByteNode = this.decodeTables[NODE_START - firstByteNode[i]];
				for (var j = 48; j <= 57; j++) {
					if (secondByteNode[j] === UNASSIGNED) secondByteNode[j] = NODE_START - commonThirdByteNodeIdx;
					else if (secondByteNode[j] > NODE_START) throw new Error("gb18030 decode tables conflict at byte 2");
					var thirdByteNode = this.decodeTables[NODE_START - secondByteNode[j]];
					for (var k = 129; k <= 254; k++) {
						if (thirdByteNode[k] === UNASSIGNED) thirdByteNode[k] = NODE_START - commonFourthByteNodeIdx;
						else if (thirdByteNode[k] === NODE_START - commonFourthByteNodeIdx) continue;
						else if (thirdByteNode[k] > NODE_START) throw new Error("gb18030 decode tables conflict at byte 3");
						var fourthByteNode = this.decodeTables[NODE_START - thirdByteNode[k]];
						for (var l = 48; l <= 57; l++) if (fourthByteNode[l] === UNASSIGNED) fourthByteNode[l] = GB18030_CODE;
					}
				}
			}
		}
		this.defaultCharUnicode = iconv.defaultCharUnicode;
		this.encodeTable = [];
		this.encodeTableSeq = [];
		var skipEncodeChars = {};
		if (codecOptions.encodeSkipVals) for (var i = 0; i < codecOptions.encodeSkipVals.length; i++) {
			var val = codecOptions.encodeSkipVals[i];
			if (typeof val === "number") skipEncodeChars[val] = true;
			else for (var j = val.from; j <= val.to; j++) skipEncodeChars[j] = true;
		}
		this._fillEncodeTable(0, 0, skipEncodeChars);
		if (codecOptions.encodeAdd) {
			for (var uChar in codecOptions.encodeAdd) if (Object.prototype.hasOwnProperty.call(codecOptions.encodeAdd, uChar)) this._setEncodeChar(uChar.charCodeAt(0), codecOptions.encodeAdd[uChar]);
		}
		this.defCharSB = this.encodeTable[0][iconv.defaultCharSingleByte.charCodeAt(0)];
		if (this.defCharSB === UNASSIGNED) this.defCharSB = this.encodeTable[0]["?"];
		if (this.defCharSB === UNASSIGNED) this.defCharSB = "?".charCodeAt(0);
	}
	DBCSCodec.prototype.encoder = DBCSEncoder;
	DBCSCodec.prototype.decoder = DBCSDecoder;
	DBCSCodec.prototype._getDecodeTrieNode = function(addr) {
		var bytes = [];
		for (; addr > 0; addr >>>= 8) bytes.push(addr & 255);
		if (bytes.length == 0) bytes.push(0);
		var node = this.decodeTables[0];
		for (var i = bytes.length - 1; i > 0; i--) {
			var val = node[bytes[i]];
			if (val == UNASSIGNED) {
				node[bytes[i]] = NODE_START - this.decodeTables.length;
				this.decodeTables.push(node = UNASSIGNED_NODE.slice(0));
			} else if (val <= NODE_START) node = this.decodeTables[NODE_START - val];
			else throw new Error("Overwrite byte in " + this.encodingName + ", addr: " + addr.toString(16));
		}
		return node;
	};
	DBCSCodec.prototype._addDecodeChunk = function(chunk) {
		var curAddr = parseInt(chunk[0], 16);
		var writeTable = this._getDecodeTrieNode(curAddr);
		curAddr = curAddr & 255;
		for (var k = 1; k < chunk.length; k++) {
			var part = chunk[k];
			if (typeof part === "string") for (var l = 0; l < part.length;) {
				var code = part.charCodeAt(l++);
				if (code >= 55296 && code < 56320) {
					var codeTrail = part.charCodeAt(l++);
					if (codeTrail >= 56320 && codeTrail < 57344) writeTable[curAddr++] = 65536 + (code - 55296) * 1024 + (codeTrail - 56320);
					else throw new Error("Incorrect surrogate pair in " + this.encodingName + " at chunk " + chunk[0]);
				} else if (code > 4080 && code <= 4095) {
					var len = 4095 - code + 2;
					var seq = [];
					for (var m = 0; m < len; m++) seq.push(part.charCodeAt(l++));
					writeTable[curAddr++] = SEQ_START - this.decodeTableSeq.length;
					this.decodeTableSeq.push(seq);
				} else writeTable[curAddr++] = code;
			}
			else if (typeof part === "number") {
				var charCode = writeTable[curAddr - 1] + 1;
				for (var l = 0; l < part; l++) writeTable[curAddr++] = charCode++;
			} else throw new Error("Incorrect type '" + typeof part + "' given in " + this.encodingName + " at chunk " + chunk[0]);
		}
		if (curAddr > 255) throw new Error("Incorrect chunk in " + this.encodingName + " at addr " + chunk[0] + ": too long" + curAddr);
	};
	DBCSCodec.prototype._getEncodeBucket = function(uCode) {
		var high = uCode >> 8;
		if (this.encodeTable[high] === void 0) this.encodeTable[high] = UNASSIGNED_NODE.slice(0);
		return this.encodeTable[high];
	};
	DBCSCodec.prototype._setEncodeChar = function(uCode, dbcsCode) {
		var bucket = this._getEncodeBucket(uCode);
		var low = uCode & 255;
		if (bucket[low] <= SEQ_START) this.encodeTableSeq[SEQ_START - bucket[low]][DEF_CHAR] = dbcsCode;
		else if (bucket[low] == UNASSIGNED) bucket[low] = dbcsCode;
	};
	DBCSCodec.prototype._setEncodeSequence = function(seq, dbcsCode) {
		var uCode = seq[0];
		var bucket = this._getEncodeBucket(uCode);
		var low = uCode & 255;
		var node;
		if (bucket[low] <= SEQ_START) node = this.encodeTableSeq[SEQ_START - bucket[low]];
		else {
			node = {};
			if (bucket[low] !== UNASSIGNED) node[DEF_CHAR] = bucket[low];
			bucket[low] = SEQ_START - this.encodeTableSeq.length;
			this.encodeTableSeq.push(node);
		}
		for (var j = 1; j < seq.length - 1; j++) {
			var oldVal = node[uCode];
			if (typeof oldVal === "object") node = oldVal;
			else {
				node = node[uCode] = {};
				if (oldVal !== void 0) node[DEF_CHAR] = oldVal;
			}
		}
		uCode = seq[seq.length - 1];
		node[uCode] = dbcsCode;
	};
	DBCSCodec.prototype._fillEncodeTable = function(nodeIdx, prefix, skipEncodeChars) {
		var node = this.decodeTables[nodeIdx];
		var hasValues = false;
		var subNodeEmpty = {};
		for (var i = 0; i < 256; i++) {
			var uCode = node[i];
			var mbCode = prefix + i;
			if (skipEncodeChars[mbCode]) continue;
			if (uCode >= 0) {
				this._setEncodeChar(uCode, mbCode);
				hasValues = true;
			} else if (uCode <= NODE_START) {
				var subNodeIdx = NODE_START - uCode;
				if (!subNodeEmpty[subNodeIdx]) {
					var newPrefix = mbCode << 8 >>> 0;
					if (this._fillEncodeTable(subNodeIdx, newPrefix, skipEncodeChars)) hasValues = true;
					else subNodeEmpty[subNodeIdx] = true;
				}
			} else if (uCode <= SEQ_START) {
				this._setEncodeSequence(this.decodeTableSeq[SEQ_START - uCode], mbCode);
				hasValues = true;
			}
		}
		return hasValues;
	};
	function DBCSEncoder(options, codec) {
		this.leadSurrogate = -1;
		this.seqObj = void 0;
		this.encodeTable = codec.encodeTable;
		this.encodeTableSeq = codec.encodeTableSeq;
		this.defaultCharSingleByte = codec.defCharSB;
		this.gb18030 = codec.gb18030;
	}
	DBCSEncoder.prototype.write = function(str) {
		var newBuf = Buffer.alloc(str.length * (this.gb18030 ? 4 : 3));
		var leadSurrogate = this.leadSurrogate;
		var seqObj = this.seqObj;
		var nextChar = -1;
		var i = 0;
		var j = 0;
		while (true) {
			if (nextChar === -1) {
				if (i == str.length) break;
				var uCode = str.charCodeAt(i++);
			} else {
				var uCode = nextChar;
				nextChar = -1;
			}
			if (uCode >= 55296 && uCode < 57344) {
				if (uCode < 56320) {
					if (leadSurrogate === -1) {
						leadSurrogate = uCode;
						continue;
					} else {
						leadSurrogate = uCode;
						uCode = UNASSIGNED;
					}
				} else if (leadSurrogate !== -1) {
					uCode = 65536 + (leadSurrogate - 55296) * 1024 + (uCode - 56320);
					leadSurrogate = -1;
				} else uCode = UNASSIGNED;
			} else if (leadSurrogate !== -1) {
				nextChar = uCode;
				uCode = UNASSIGNED;
				leadSurrogate = -1;
			}
			var dbcsCode = UNASSIGNED;
			if (seqObj !== void 0 && uCode != UNASSIGNED) {
				var resCode = seqObj[uCode];
				if (typeof resCode === "object") {
					seqObj = resCode;
					continue;
				} else if (typeof resCode === "number") dbcsCode = resCode;
				else if (resCode == void 0) {
					resCode = seqObj[DEF_CHAR];
					if (resCode !== void 0) {
						dbcsCode = resCode;
						nextChar = uCode;
					}
				}
				seqObj = void 0;
			} else if (uCode >= 0) {
				var subtable = this.encodeTable[uCode >> 8];
				if (subtable !== void 0) dbcsCode = subtable[uCode & 255];
				if (dbcsCode <= SEQ_START) {
					seqObj = this.encodeTableSeq[SEQ_START - dbcsCode];
					continue;
				}
				if (dbcsCode == UNASSIGNED && this.gb18030) {
					var idx = findIdx(this.gb18030.uChars, uCode);
					if (idx != -1) {
						var dbcsCode = this.gb18030.gbChars[idx] + (uCode - this.gb18030.uChars[idx]);
						newBuf[j++] = 129 + Math.floor(dbcsCode / 12600);
						dbcsCode = dbcsCode % 12600;
						newBuf[j++] = 48 + Math.floor(dbcsCode / 1260);
						dbcsCode = dbcsCode % 1260;
						newBuf[j++] = 129 + Math.floor(dbcsCode / 10);
						dbcsCode = dbcsCode % 10;
						newBuf[j++] = 48 + dbcsCode;
						continue;
					}
				}
			}
			if (dbcsCode === UNASSIGNED) dbcsCode = this.defaultCharSingleByte;
			if (dbcsCode < 256) newBuf[j++] = dbcsCode;
			else if (dbcsCode < 65536) {
				newBuf[j++] = dbcsCode >> 8;
				newBuf[j++] = dbcsCode & 255;
			} else if (dbcsCode < 16777216) {
				newBuf[j++] = dbcsCode >> 16;
				newBuf[j++] = dbcsCode >> 8 & 255;
				newBuf[j++] = dbcsCode & 255;
			} else {
				newBuf[j++] = dbcsCode >>> 24;
				newBuf[j++] = dbcsCode >>> 16 & 255;
				newBuf[j++] = dbcsCode >>> 8 & 255;
				newBuf[j++] = dbcsCode & 255;
			}
		}
		this.seqObj = seqObj;
		this.leadSurrogate = leadSurrogate;
		return newBuf.slice(0, j);
	};
	DBCSEncoder.prototype.end = function() {
		if (this.leadSurrogate === -1 && this.seqObj === void 0) return;
		var newBuf = Buffer.alloc(10);
		var j = 0;
		if (this.seqObj) {
			var dbcsCode = this.seqObj[DEF_CHAR];
			if (dbcsCode !== void 0) {
				if (dbcsCode < 256) newBuf[j++] = dbcsCode;
				else {
					newBuf[j++] = dbcsCode >> 8;
					newBuf[j++] = dbcsCode & 255;
				}
			}
			this.seqObj = void 0;
		}
		if (this.leadSurrogate !== -1) {
			newBuf[j++] = this.defaultCharSingleByte;
			this.leadSurrogate = -1;
		}
		return newBuf.slice(0, j);
	};
	DBCSEncoder.prototype.findIdx = findIdx;
	function DBCSDecoder(options, codec) {
		this.nodeIdx = 0;
		this.prevBytes = [];
		this.decodeTables = codec.decodeTables;
		this.decodeTableSeq = codec.decodeTableSeq;
		this.defaultCharUnicode = codec.defaultCharUnicode;
		this.gb18030 = codec.gb18030;
	}
	DBCSDecoder.prototype.write = function(buf) {
		var newBuf = Buffer.alloc(buf.length * 2);
		var nodeIdx = this.nodeIdx;
		var prevBytes = this.prevBytes;
		var prevOffset = this.prevBytes.length;
		var seqStart = -this.prevBytes.length;
		var uCode;
		for (var i = 0, j = 0; i < buf.length; i++) {
			var curByte = i >= 0 ? buf[i] : prevBytes[i + prevOffset];
			var uCode = this.decodeTables[nodeIdx][curByte];
			if (uCode >= 0) {} else if (uCode === UNASSIGNED) {
				uCode = this.defaultCharUnicode.charCodeAt(0);
				i = seqStart;
			} else if (uCode === GB18030_CODE) {
				if (i >= 3) var ptr = (buf[i - 3] - 129) * 12600 + (buf[i - 2] - 48) * 1260 + (buf[i - 1] - 129) * 10 + (curByte - 48);
				else var ptr = (prevBytes[i - 3 + prevOffset] - 129) * 12600 + ((i - 2 >= 0 ? buf[i - 2] : prevBytes[i - 2 + prevOffset]) - 48) * 1260 + ((i - 1 >= 0 ? buf[i - 1] : prevBytes[i - 1 + prevOffset]) - 129) * 10 + (curByte - 48);
				var idx = findIdx(this.gb18030.gbChars, ptr);
				uCode = this.gb18030.uChars[idx] + ptr - this.gb18030.gbChars[idx];
			} else if (uCode <= NODE_START) {
				nodeIdx = NODE_START - uCode;
				continue;
			} else if (uCode <= SEQ_START) {
				var seq = this.decodeTableSeq[SEQ_START - uCode];
				for (var k = 0; k < seq.length - 1; k++) {
					uCode = seq[k];
					newBuf[j++] = uCode & 255;
					newBuf[j++] = uCode >> 8;
				}
				uCode = seq[seq.length - 1];
			} else throw new Error("iconv-lite internal error: invalid decoding table value " + uCode + " at " + nodeIdx + "/" + curByte);
			if (uCode >= 65536) {
				uCode -= 65536;
				var uCodeLead = 55296 | uCode >> 10;
				newBuf[j++] = uCodeLead & 255;
				newBuf[j++] = uCodeLead >> 8;
				uCode = 56320 | uCode & 1023;
			}
			newBuf[j++] = uCode & 255;
			newBuf[j++] = uCode >> 8;
			nodeIdx = 0;
			seqStart = i + 1;
		}
		this.nodeIdx = nodeIdx;
		this.prevBytes = seqStart >= 0 ? Array.prototype.slice.call(buf, seqStart) : prevBytes.slice(seqStart + prevOffset).concat(Array.prototype.slice.call(buf));
		return newBuf.slice(0, j).toString("ucs2");
	};
	DBCSDecoder.prototype.end = function() {
		var ret = "";
		while (this.prevBytes.length > 0) {
			ret += this.defaultCharUnicode;
			var bytesArr = this.prevBytes.slice(1);
			this.prevBytes = [];
			this.nodeIdx = 0;
			if (bytesArr.length > 0) ret += this.write(bytesArr);
		}
		this.prevBytes = [];
		this.nodeIdx = 0;
		return ret;
	};
	function findIdx(table, val) {
		if (table[0] > val) return -1;
		var l = 0;
		var r = table.length;
		while (l < r - 1) {
			var mid = l + (r - l + 1 >> 1);
			if (table[mid] <= val) l = mid;
			else r = mid;
		}
		return l;
	}
}));

var shiftjis_exports = /* @__PURE__ */ __exportAll({ default: () => shiftjis_default });
var shiftjis_default;
var init_shiftjis = __esmMin((() => {
	shiftjis_default = /*#__PURE__*/ JSON.parse("[[\"0\",\"\\u0000\",128],[\"a1\",\"｡\",62],[\"8140\",\"　、。，．・：；？！゛゜´｀¨＾￣＿ヽヾゝゞ〃仝々〆〇ー―‐／＼～∥｜…‥‘’“”（）〔〕［］｛｝〈\",9,\"＋－±×\"],[\"8180\",\"÷＝≠＜＞≦≧∞∴♂♀°′″℃￥＄￠￡％＃＆＊＠§☆★○●◎◇◆□■△▲▽▼※〒→←↑↓〓\"],[\"81b8\",\"∈∋⊆⊇⊂⊃∪∩\"],[\"81c8\",\"∧∨￢⇒⇔∀∃\"],[\"81da\",\"∠⊥⌒∂∇≡≒≪≫√∽∝∵∫∬\"],[\"81f0\",\"Å‰♯♭♪†‡¶\"],[\"81fc\",\"◯\"],[\"824f\",\"０\",9],[\"8260\",\"Ａ\",25],[\"8281\",\"ａ\",25],[\"829f\",\"ぁ\",82],[\"8340\",\"ァ\",62],[\"8380\",\"ム\",22],[\"839f\",\"Α\",16,\"Σ\",6],[\"83bf\",\"α\",16,\"σ\",6],[\"8440\",\"А\",5,\"ЁЖ\",25],[\"8470\",\"а\",5,\"ёж\",7],[\"8480\",\"о\",17],[\"849f\",\"─│┌┐┘└├┬┤┴┼━┃┏┓┛┗┣┳┫┻╋┠┯┨┷┿┝┰┥┸╂\"],[\"8740\",\"①\",19,\"Ⅰ\",9],[\"875f\",\"㍉㌔㌢㍍㌘㌧㌃㌶㍑㍗㌍㌦㌣㌫㍊㌻㎜㎝㎞㎎㎏㏄㎡\"],[\"877e\",\"㍻\"],[\"8780\",\"〝〟№㏍℡㊤\",4,\"㈱㈲㈹㍾㍽㍼≒≡∫∮∑√⊥∠∟⊿∵∩∪\"],[\"889f\",\"亜唖娃阿哀愛挨姶逢葵茜穐悪握渥旭葦芦鯵梓圧斡扱宛姐虻飴絢綾鮎或粟袷安庵按暗案闇鞍杏以伊位依偉囲夷委威尉惟意慰易椅為畏異移維緯胃萎衣謂違遺医井亥域育郁磯一壱溢逸稲茨芋鰯允印咽員因姻引飲淫胤蔭\"],[\"8940\",\"院陰隠韻吋右宇烏羽迂雨卯鵜窺丑碓臼渦嘘唄欝蔚鰻姥厩浦瓜閏噂云運雲荏餌叡営嬰影映曳栄永泳洩瑛盈穎頴英衛詠鋭液疫益駅悦謁越閲榎厭円\"],[\"8980\",\"園堰奄宴延怨掩援沿演炎焔煙燕猿縁艶苑薗遠鉛鴛塩於汚甥凹央奥往応押旺横欧殴王翁襖鴬鴎黄岡沖荻億屋憶臆桶牡乙俺卸恩温穏音下化仮何伽価佳加可嘉夏嫁家寡科暇果架歌河火珂禍禾稼箇花苛茄荷華菓蝦課嘩貨迦過霞蚊俄峨我牙画臥芽蛾賀雅餓駕介会解回塊壊廻快怪悔恢懐戒拐改\"],[\"8a40\",\"魁晦械海灰界皆絵芥蟹開階貝凱劾外咳害崖慨概涯碍蓋街該鎧骸浬馨蛙垣柿蛎鈎劃嚇各廓拡撹格核殻獲確穫覚角赫較郭閣隔革学岳楽額顎掛笠樫\"],[\"8a80\",\"橿梶鰍潟割喝恰括活渇滑葛褐轄且鰹叶椛樺鞄株兜竃蒲釜鎌噛鴨栢茅萱粥刈苅瓦乾侃冠寒刊勘勧巻喚堪姦完官寛干幹患感慣憾換敢柑桓棺款歓汗漢澗潅環甘監看竿管簡緩缶翰肝艦莞観諌貫還鑑間閑関陥韓館舘丸含岸巌玩癌眼岩翫贋雁頑顔願企伎危喜器基奇嬉寄岐希幾忌揮机旗既期棋棄\"],[\"8b40\",\"機帰毅気汽畿祈季稀紀徽規記貴起軌輝飢騎鬼亀偽儀妓宜戯技擬欺犠疑祇義蟻誼議掬菊鞠吉吃喫桔橘詰砧杵黍却客脚虐逆丘久仇休及吸宮弓急救\"],[\"8b80\",\"朽求汲泣灸球究窮笈級糾給旧牛去居巨拒拠挙渠虚許距鋸漁禦魚亨享京供侠僑兇競共凶協匡卿叫喬境峡強彊怯恐恭挟教橋況狂狭矯胸脅興蕎郷鏡響饗驚仰凝尭暁業局曲極玉桐粁僅勤均巾錦斤欣欽琴禁禽筋緊芹菌衿襟謹近金吟銀九倶句区狗玖矩苦躯駆駈駒具愚虞喰空偶寓遇隅串櫛釧屑屈\"],[\"8c40\",\"掘窟沓靴轡窪熊隈粂栗繰桑鍬勲君薫訓群軍郡卦袈祁係傾刑兄啓圭珪型契形径恵慶慧憩掲携敬景桂渓畦稽系経継繋罫茎荊蛍計詣警軽頚鶏芸迎鯨\"],[\"8c80\",\"劇戟撃激隙桁傑欠決潔穴結血訣月件倹倦健兼券剣喧圏堅嫌建憲懸拳捲検権牽犬献研硯絹県肩見謙賢軒遣鍵険顕験鹸元原厳幻弦減源玄現絃舷言諺限乎個古呼固姑孤己庫弧戸故枯湖狐糊袴股胡菰虎誇跨鈷雇顧鼓五互伍午呉吾娯後御悟梧檎瑚碁語誤護醐乞鯉交佼侯候倖光公功効勾厚口向\"],[\"8d40\",\"后喉坑垢好孔孝宏工巧巷幸広庚康弘恒慌抗拘控攻昂晃更杭校梗構江洪浩港溝甲皇硬稿糠紅紘絞綱耕考肯肱腔膏航荒行衡講貢購郊酵鉱砿鋼閤降\"],[\"8d80\",\"項香高鴻剛劫号合壕拷濠豪轟麹克刻告国穀酷鵠黒獄漉腰甑忽惚骨狛込此頃今困坤墾婚恨懇昏昆根梱混痕紺艮魂些佐叉唆嵯左差査沙瑳砂詐鎖裟坐座挫債催再最哉塞妻宰彩才採栽歳済災采犀砕砦祭斎細菜裁載際剤在材罪財冴坂阪堺榊肴咲崎埼碕鷺作削咋搾昨朔柵窄策索錯桜鮭笹匙冊刷\"],[\"8e40\",\"察拶撮擦札殺薩雑皐鯖捌錆鮫皿晒三傘参山惨撒散桟燦珊産算纂蚕讃賛酸餐斬暫残仕仔伺使刺司史嗣四士始姉姿子屍市師志思指支孜斯施旨枝止\"],[\"8e80\",\"死氏獅祉私糸紙紫肢脂至視詞詩試誌諮資賜雌飼歯事似侍児字寺慈持時次滋治爾璽痔磁示而耳自蒔辞汐鹿式識鴫竺軸宍雫七叱執失嫉室悉湿漆疾質実蔀篠偲柴芝屡蕊縞舎写射捨赦斜煮社紗者謝車遮蛇邪借勺尺杓灼爵酌釈錫若寂弱惹主取守手朱殊狩珠種腫趣酒首儒受呪寿授樹綬需囚収周\"],[\"8f40\",\"宗就州修愁拾洲秀秋終繍習臭舟蒐衆襲讐蹴輯週酋酬集醜什住充十従戎柔汁渋獣縦重銃叔夙宿淑祝縮粛塾熟出術述俊峻春瞬竣舜駿准循旬楯殉淳\"],[\"8f80\",\"準潤盾純巡遵醇順処初所暑曙渚庶緒署書薯藷諸助叙女序徐恕鋤除傷償勝匠升召哨商唱嘗奨妾娼宵将小少尚庄床廠彰承抄招掌捷昇昌昭晶松梢樟樵沼消渉湘焼焦照症省硝礁祥称章笑粧紹肖菖蒋蕉衝裳訟証詔詳象賞醤鉦鍾鐘障鞘上丈丞乗冗剰城場壌嬢常情擾条杖浄状畳穣蒸譲醸錠嘱埴飾\"],[\"9040\",\"拭植殖燭織職色触食蝕辱尻伸信侵唇娠寝審心慎振新晋森榛浸深申疹真神秦紳臣芯薪親診身辛進針震人仁刃塵壬尋甚尽腎訊迅陣靭笥諏須酢図厨\"],[\"9080\",\"逗吹垂帥推水炊睡粋翠衰遂酔錐錘随瑞髄崇嵩数枢趨雛据杉椙菅頗雀裾澄摺寸世瀬畝是凄制勢姓征性成政整星晴棲栖正清牲生盛精聖声製西誠誓請逝醒青静斉税脆隻席惜戚斥昔析石積籍績脊責赤跡蹟碩切拙接摂折設窃節説雪絶舌蝉仙先千占宣専尖川戦扇撰栓栴泉浅洗染潜煎煽旋穿箭線\"],[\"9140\",\"繊羨腺舛船薦詮賎践選遷銭銑閃鮮前善漸然全禅繕膳糎噌塑岨措曾曽楚狙疏疎礎祖租粗素組蘇訴阻遡鼠僧創双叢倉喪壮奏爽宋層匝惣想捜掃挿掻\"],[\"9180\",\"操早曹巣槍槽漕燥争痩相窓糟総綜聡草荘葬蒼藻装走送遭鎗霜騒像増憎臓蔵贈造促側則即息捉束測足速俗属賊族続卒袖其揃存孫尊損村遜他多太汰詑唾堕妥惰打柁舵楕陀駄騨体堆対耐岱帯待怠態戴替泰滞胎腿苔袋貸退逮隊黛鯛代台大第醍題鷹滝瀧卓啄宅托択拓沢濯琢託鐸濁諾茸凧蛸只\"],[\"9240\",\"叩但達辰奪脱巽竪辿棚谷狸鱈樽誰丹単嘆坦担探旦歎淡湛炭短端箪綻耽胆蛋誕鍛団壇弾断暖檀段男談値知地弛恥智池痴稚置致蜘遅馳築畜竹筑蓄\"],[\"9280\",\"逐秩窒茶嫡着中仲宙忠抽昼柱注虫衷註酎鋳駐樗瀦猪苧著貯丁兆凋喋寵帖帳庁弔張彫徴懲挑暢朝潮牒町眺聴脹腸蝶調諜超跳銚長頂鳥勅捗直朕沈珍賃鎮陳津墜椎槌追鎚痛通塚栂掴槻佃漬柘辻蔦綴鍔椿潰坪壷嬬紬爪吊釣鶴亭低停偵剃貞呈堤定帝底庭廷弟悌抵挺提梯汀碇禎程締艇訂諦蹄逓\"],[\"9340\",\"邸鄭釘鼎泥摘擢敵滴的笛適鏑溺哲徹撤轍迭鉄典填天展店添纏甜貼転顛点伝殿澱田電兎吐堵塗妬屠徒斗杜渡登菟賭途都鍍砥砺努度土奴怒倒党冬\"],[\"9380\",\"凍刀唐塔塘套宕島嶋悼投搭東桃梼棟盗淘湯涛灯燈当痘祷等答筒糖統到董蕩藤討謄豆踏逃透鐙陶頭騰闘働動同堂導憧撞洞瞳童胴萄道銅峠鴇匿得徳涜特督禿篤毒独読栃橡凸突椴届鳶苫寅酉瀞噸屯惇敦沌豚遁頓呑曇鈍奈那内乍凪薙謎灘捺鍋楢馴縄畷南楠軟難汝二尼弐迩匂賑肉虹廿日乳入\"],[\"9440\",\"如尿韮任妊忍認濡禰祢寧葱猫熱年念捻撚燃粘乃廼之埜嚢悩濃納能脳膿農覗蚤巴把播覇杷波派琶破婆罵芭馬俳廃拝排敗杯盃牌背肺輩配倍培媒梅\"],[\"9480\",\"楳煤狽買売賠陪這蝿秤矧萩伯剥博拍柏泊白箔粕舶薄迫曝漠爆縛莫駁麦函箱硲箸肇筈櫨幡肌畑畠八鉢溌発醗髪伐罰抜筏閥鳩噺塙蛤隼伴判半反叛帆搬斑板氾汎版犯班畔繁般藩販範釆煩頒飯挽晩番盤磐蕃蛮匪卑否妃庇彼悲扉批披斐比泌疲皮碑秘緋罷肥被誹費避非飛樋簸備尾微枇毘琵眉美\"],[\"9540\",\"鼻柊稗匹疋髭彦膝菱肘弼必畢筆逼桧姫媛紐百謬俵彪標氷漂瓢票表評豹廟描病秒苗錨鋲蒜蛭鰭品彬斌浜瀕貧賓頻敏瓶不付埠夫婦富冨布府怖扶敷\"],[\"9580\",\"斧普浮父符腐膚芙譜負賦赴阜附侮撫武舞葡蕪部封楓風葺蕗伏副復幅服福腹複覆淵弗払沸仏物鮒分吻噴墳憤扮焚奮粉糞紛雰文聞丙併兵塀幣平弊柄並蔽閉陛米頁僻壁癖碧別瞥蔑箆偏変片篇編辺返遍便勉娩弁鞭保舗鋪圃捕歩甫補輔穂募墓慕戊暮母簿菩倣俸包呆報奉宝峰峯崩庖抱捧放方朋\"],[\"9640\",\"法泡烹砲縫胞芳萌蓬蜂褒訪豊邦鋒飽鳳鵬乏亡傍剖坊妨帽忘忙房暴望某棒冒紡肪膨謀貌貿鉾防吠頬北僕卜墨撲朴牧睦穆釦勃没殆堀幌奔本翻凡盆\"],[\"9680\",\"摩磨魔麻埋妹昧枚毎哩槙幕膜枕鮪柾鱒桝亦俣又抹末沫迄侭繭麿万慢満漫蔓味未魅巳箕岬密蜜湊蓑稔脈妙粍民眠務夢無牟矛霧鵡椋婿娘冥名命明盟迷銘鳴姪牝滅免棉綿緬面麺摸模茂妄孟毛猛盲網耗蒙儲木黙目杢勿餅尤戻籾貰問悶紋門匁也冶夜爺耶野弥矢厄役約薬訳躍靖柳薮鑓愉愈油癒\"],[\"9740\",\"諭輸唯佑優勇友宥幽悠憂揖有柚湧涌猶猷由祐裕誘遊邑郵雄融夕予余与誉輿預傭幼妖容庸揚揺擁曜楊様洋溶熔用窯羊耀葉蓉要謡踊遥陽養慾抑欲\"],[\"9780\",\"沃浴翌翼淀羅螺裸来莱頼雷洛絡落酪乱卵嵐欄濫藍蘭覧利吏履李梨理璃痢裏裡里離陸律率立葎掠略劉流溜琉留硫粒隆竜龍侶慮旅虜了亮僚両凌寮料梁涼猟療瞭稜糧良諒遼量陵領力緑倫厘林淋燐琳臨輪隣鱗麟瑠塁涙累類令伶例冷励嶺怜玲礼苓鈴隷零霊麗齢暦歴列劣烈裂廉恋憐漣煉簾練聯\"],[\"9840\",\"蓮連錬呂魯櫓炉賂路露労婁廊弄朗楼榔浪漏牢狼篭老聾蝋郎六麓禄肋録論倭和話歪賄脇惑枠鷲亙亘鰐詫藁蕨椀湾碗腕\"],[\"989f\",\"弌丐丕个丱丶丼丿乂乖乘亂亅豫亊舒弍于亞亟亠亢亰亳亶从仍仄仆仂仗仞仭仟价伉佚估佛佝佗佇佶侈侏侘佻佩佰侑佯來侖儘俔俟俎俘俛俑俚俐俤俥倚倨倔倪倥倅伜俶倡倩倬俾俯們倆偃假會偕偐偈做偖偬偸傀傚傅傴傲\"],[\"9940\",\"僉僊傳僂僖僞僥僭僣僮價僵儉儁儂儖儕儔儚儡儺儷儼儻儿兀兒兌兔兢竸兩兪兮冀冂囘册冉冏冑冓冕冖冤冦冢冩冪冫决冱冲冰况冽凅凉凛几處凩凭\"],[\"9980\",\"凰凵凾刄刋刔刎刧刪刮刳刹剏剄剋剌剞剔剪剴剩剳剿剽劍劔劒剱劈劑辨辧劬劭劼劵勁勍勗勞勣勦飭勠勳勵勸勹匆匈甸匍匐匏匕匚匣匯匱匳匸區卆卅丗卉卍凖卞卩卮夘卻卷厂厖厠厦厥厮厰厶參簒雙叟曼燮叮叨叭叺吁吽呀听吭吼吮吶吩吝呎咏呵咎呟呱呷呰咒呻咀呶咄咐咆哇咢咸咥咬哄哈咨\"],[\"9a40\",\"咫哂咤咾咼哘哥哦唏唔哽哮哭哺哢唹啀啣啌售啜啅啖啗唸唳啝喙喀咯喊喟啻啾喘喞單啼喃喩喇喨嗚嗅嗟嗄嗜嗤嗔嘔嗷嘖嗾嗽嘛嗹噎噐營嘴嘶嘲嘸\"],[\"9a80\",\"噫噤嘯噬噪嚆嚀嚊嚠嚔嚏嚥嚮嚶嚴囂嚼囁囃囀囈囎囑囓囗囮囹圀囿圄圉圈國圍圓團圖嗇圜圦圷圸坎圻址坏坩埀垈坡坿垉垓垠垳垤垪垰埃埆埔埒埓堊埖埣堋堙堝塲堡塢塋塰毀塒堽塹墅墹墟墫墺壞墻墸墮壅壓壑壗壙壘壥壜壤壟壯壺壹壻壼壽夂夊夐夛梦夥夬夭夲夸夾竒奕奐奎奚奘奢奠奧奬奩\"],[\"9b40\",\"奸妁妝佞侫妣妲姆姨姜妍姙姚娥娟娑娜娉娚婀婬婉娵娶婢婪媚媼媾嫋嫂媽嫣嫗嫦嫩嫖嫺嫻嬌嬋嬖嬲嫐嬪嬶嬾孃孅孀孑孕孚孛孥孩孰孳孵學斈孺宀\"],[\"9b80\",\"它宦宸寃寇寉寔寐寤實寢寞寥寫寰寶寳尅將專對尓尠尢尨尸尹屁屆屎屓屐屏孱屬屮乢屶屹岌岑岔妛岫岻岶岼岷峅岾峇峙峩峽峺峭嶌峪崋崕崗嵜崟崛崑崔崢崚崙崘嵌嵒嵎嵋嵬嵳嵶嶇嶄嶂嶢嶝嶬嶮嶽嶐嶷嶼巉巍巓巒巖巛巫已巵帋帚帙帑帛帶帷幄幃幀幎幗幔幟幢幤幇幵并幺麼广庠廁廂廈廐廏\"],[\"9c40\",\"廖廣廝廚廛廢廡廨廩廬廱廳廰廴廸廾弃弉彝彜弋弑弖弩弭弸彁彈彌彎弯彑彖彗彙彡彭彳彷徃徂彿徊很徑徇從徙徘徠徨徭徼忖忻忤忸忱忝悳忿怡恠\"],[\"9c80\",\"怙怐怩怎怱怛怕怫怦怏怺恚恁恪恷恟恊恆恍恣恃恤恂恬恫恙悁悍惧悃悚悄悛悖悗悒悧悋惡悸惠惓悴忰悽惆悵惘慍愕愆惶惷愀惴惺愃愡惻惱愍愎慇愾愨愧慊愿愼愬愴愽慂慄慳慷慘慙慚慫慴慯慥慱慟慝慓慵憙憖憇憬憔憚憊憑憫憮懌懊應懷懈懃懆憺懋罹懍懦懣懶懺懴懿懽懼懾戀戈戉戍戌戔戛\"],[\"9d40\",\"戞戡截戮戰戲戳扁扎扞扣扛扠扨扼抂抉找抒抓抖拔抃抔拗拑抻拏拿拆擔拈拜拌拊拂拇抛拉挌拮拱挧挂挈拯拵捐挾捍搜捏掖掎掀掫捶掣掏掉掟掵捫\"],[\"9d80\",\"捩掾揩揀揆揣揉插揶揄搖搴搆搓搦搶攝搗搨搏摧摯摶摎攪撕撓撥撩撈撼據擒擅擇撻擘擂擱擧舉擠擡抬擣擯攬擶擴擲擺攀擽攘攜攅攤攣攫攴攵攷收攸畋效敖敕敍敘敞敝敲數斂斃變斛斟斫斷旃旆旁旄旌旒旛旙无旡旱杲昊昃旻杳昵昶昴昜晏晄晉晁晞晝晤晧晨晟晢晰暃暈暎暉暄暘暝曁暹曉暾暼\"],[\"9e40\",\"曄暸曖曚曠昿曦曩曰曵曷朏朖朞朦朧霸朮朿朶杁朸朷杆杞杠杙杣杤枉杰枩杼杪枌枋枦枡枅枷柯枴柬枳柩枸柤柞柝柢柮枹柎柆柧檜栞框栩桀桍栲桎\"],[\"9e80\",\"梳栫桙档桷桿梟梏梭梔條梛梃檮梹桴梵梠梺椏梍桾椁棊椈棘椢椦棡椌棍棔棧棕椶椒椄棗棣椥棹棠棯椨椪椚椣椡棆楹楷楜楸楫楔楾楮椹楴椽楙椰楡楞楝榁楪榲榮槐榿槁槓榾槎寨槊槝榻槃榧樮榑榠榜榕榴槞槨樂樛槿權槹槲槧樅榱樞槭樔槫樊樒櫁樣樓橄樌橲樶橸橇橢橙橦橈樸樢檐檍檠檄檢檣\"],[\"9f40\",\"檗蘗檻櫃櫂檸檳檬櫞櫑櫟檪櫚櫪櫻欅蘖櫺欒欖鬱欟欸欷盜欹飮歇歃歉歐歙歔歛歟歡歸歹歿殀殄殃殍殘殕殞殤殪殫殯殲殱殳殷殼毆毋毓毟毬毫毳毯\"],[\"9f80\",\"麾氈氓气氛氤氣汞汕汢汪沂沍沚沁沛汾汨汳沒沐泄泱泓沽泗泅泝沮沱沾沺泛泯泙泪洟衍洶洫洽洸洙洵洳洒洌浣涓浤浚浹浙涎涕濤涅淹渕渊涵淇淦涸淆淬淞淌淨淒淅淺淙淤淕淪淮渭湮渮渙湲湟渾渣湫渫湶湍渟湃渺湎渤滿渝游溂溪溘滉溷滓溽溯滄溲滔滕溏溥滂溟潁漑灌滬滸滾漿滲漱滯漲滌\"],[\"e040\",\"漾漓滷澆潺潸澁澀潯潛濳潭澂潼潘澎澑濂潦澳澣澡澤澹濆澪濟濕濬濔濘濱濮濛瀉瀋濺瀑瀁瀏濾瀛瀚潴瀝瀘瀟瀰瀾瀲灑灣炙炒炯烱炬炸炳炮烟烋烝\"],[\"e080\",\"烙焉烽焜焙煥煕熈煦煢煌煖煬熏燻熄熕熨熬燗熹熾燒燉燔燎燠燬燧燵燼燹燿爍爐爛爨爭爬爰爲爻爼爿牀牆牋牘牴牾犂犁犇犒犖犢犧犹犲狃狆狄狎狒狢狠狡狹狷倏猗猊猜猖猝猴猯猩猥猾獎獏默獗獪獨獰獸獵獻獺珈玳珎玻珀珥珮珞璢琅瑯琥珸琲琺瑕琿瑟瑙瑁瑜瑩瑰瑣瑪瑶瑾璋璞璧瓊瓏瓔珱\"],[\"e140\",\"瓠瓣瓧瓩瓮瓲瓰瓱瓸瓷甄甃甅甌甎甍甕甓甞甦甬甼畄畍畊畉畛畆畚畩畤畧畫畭畸當疆疇畴疊疉疂疔疚疝疥疣痂疳痃疵疽疸疼疱痍痊痒痙痣痞痾痿\"],[\"e180\",\"痼瘁痰痺痲痳瘋瘍瘉瘟瘧瘠瘡瘢瘤瘴瘰瘻癇癈癆癜癘癡癢癨癩癪癧癬癰癲癶癸發皀皃皈皋皎皖皓皙皚皰皴皸皹皺盂盍盖盒盞盡盥盧盪蘯盻眈眇眄眩眤眞眥眦眛眷眸睇睚睨睫睛睥睿睾睹瞎瞋瞑瞠瞞瞰瞶瞹瞿瞼瞽瞻矇矍矗矚矜矣矮矼砌砒礦砠礪硅碎硴碆硼碚碌碣碵碪碯磑磆磋磔碾碼磅磊磬\"],[\"e240\",\"磧磚磽磴礇礒礑礙礬礫祀祠祗祟祚祕祓祺祿禊禝禧齋禪禮禳禹禺秉秕秧秬秡秣稈稍稘稙稠稟禀稱稻稾稷穃穗穉穡穢穩龝穰穹穽窈窗窕窘窖窩竈窰\"],[\"e280\",\"窶竅竄窿邃竇竊竍竏竕竓站竚竝竡竢竦竭竰笂笏笊笆笳笘笙笞笵笨笶筐筺笄筍笋筌筅筵筥筴筧筰筱筬筮箝箘箟箍箜箚箋箒箏筝箙篋篁篌篏箴篆篝篩簑簔篦篥籠簀簇簓篳篷簗簍篶簣簧簪簟簷簫簽籌籃籔籏籀籐籘籟籤籖籥籬籵粃粐粤粭粢粫粡粨粳粲粱粮粹粽糀糅糂糘糒糜糢鬻糯糲糴糶糺紆\"],[\"e340\",\"紂紜紕紊絅絋紮紲紿紵絆絳絖絎絲絨絮絏絣經綉絛綏絽綛綺綮綣綵緇綽綫總綢綯緜綸綟綰緘緝緤緞緻緲緡縅縊縣縡縒縱縟縉縋縢繆繦縻縵縹繃縷\"],[\"e380\",\"縲縺繧繝繖繞繙繚繹繪繩繼繻纃緕繽辮繿纈纉續纒纐纓纔纖纎纛纜缸缺罅罌罍罎罐网罕罔罘罟罠罨罩罧罸羂羆羃羈羇羌羔羞羝羚羣羯羲羹羮羶羸譱翅翆翊翕翔翡翦翩翳翹飜耆耄耋耒耘耙耜耡耨耿耻聊聆聒聘聚聟聢聨聳聲聰聶聹聽聿肄肆肅肛肓肚肭冐肬胛胥胙胝胄胚胖脉胯胱脛脩脣脯腋\"],[\"e440\",\"隋腆脾腓腑胼腱腮腥腦腴膃膈膊膀膂膠膕膤膣腟膓膩膰膵膾膸膽臀臂膺臉臍臑臙臘臈臚臟臠臧臺臻臾舁舂舅與舊舍舐舖舩舫舸舳艀艙艘艝艚艟艤\"],[\"e480\",\"艢艨艪艫舮艱艷艸艾芍芒芫芟芻芬苡苣苟苒苴苳苺莓范苻苹苞茆苜茉苙茵茴茖茲茱荀茹荐荅茯茫茗茘莅莚莪莟莢莖茣莎莇莊荼莵荳荵莠莉莨菴萓菫菎菽萃菘萋菁菷萇菠菲萍萢萠莽萸蔆菻葭萪萼蕚蒄葷葫蒭葮蒂葩葆萬葯葹萵蓊葢蒹蒿蒟蓙蓍蒻蓚蓐蓁蓆蓖蒡蔡蓿蓴蔗蔘蔬蔟蔕蔔蓼蕀蕣蕘蕈\"],[\"e540\",\"蕁蘂蕋蕕薀薤薈薑薊薨蕭薔薛藪薇薜蕷蕾薐藉薺藏薹藐藕藝藥藜藹蘊蘓蘋藾藺蘆蘢蘚蘰蘿虍乕虔號虧虱蚓蚣蚩蚪蚋蚌蚶蚯蛄蛆蚰蛉蠣蚫蛔蛞蛩蛬\"],[\"e580\",\"蛟蛛蛯蜒蜆蜈蜀蜃蛻蜑蜉蜍蛹蜊蜴蜿蜷蜻蜥蜩蜚蝠蝟蝸蝌蝎蝴蝗蝨蝮蝙蝓蝣蝪蠅螢螟螂螯蟋螽蟀蟐雖螫蟄螳蟇蟆螻蟯蟲蟠蠏蠍蟾蟶蟷蠎蟒蠑蠖蠕蠢蠡蠱蠶蠹蠧蠻衄衂衒衙衞衢衫袁衾袞衵衽袵衲袂袗袒袮袙袢袍袤袰袿袱裃裄裔裘裙裝裹褂裼裴裨裲褄褌褊褓襃褞褥褪褫襁襄褻褶褸襌褝襠襞\"],[\"e640\",\"襦襤襭襪襯襴襷襾覃覈覊覓覘覡覩覦覬覯覲覺覽覿觀觚觜觝觧觴觸訃訖訐訌訛訝訥訶詁詛詒詆詈詼詭詬詢誅誂誄誨誡誑誥誦誚誣諄諍諂諚諫諳諧\"],[\"e680\",\"諤諱謔諠諢諷諞諛謌謇謚諡謖謐謗謠謳鞫謦謫謾謨譁譌譏譎證譖譛譚譫譟譬譯譴譽讀讌讎讒讓讖讙讚谺豁谿豈豌豎豐豕豢豬豸豺貂貉貅貊貍貎貔豼貘戝貭貪貽貲貳貮貶賈賁賤賣賚賽賺賻贄贅贊贇贏贍贐齎贓賍贔贖赧赭赱赳趁趙跂趾趺跏跚跖跌跛跋跪跫跟跣跼踈踉跿踝踞踐踟蹂踵踰踴蹊\"],[\"e740\",\"蹇蹉蹌蹐蹈蹙蹤蹠踪蹣蹕蹶蹲蹼躁躇躅躄躋躊躓躑躔躙躪躡躬躰軆躱躾軅軈軋軛軣軼軻軫軾輊輅輕輒輙輓輜輟輛輌輦輳輻輹轅轂輾轌轉轆轎轗轜\"],[\"e780\",\"轢轣轤辜辟辣辭辯辷迚迥迢迪迯邇迴逅迹迺逑逕逡逍逞逖逋逧逶逵逹迸遏遐遑遒逎遉逾遖遘遞遨遯遶隨遲邂遽邁邀邊邉邏邨邯邱邵郢郤扈郛鄂鄒鄙鄲鄰酊酖酘酣酥酩酳酲醋醉醂醢醫醯醪醵醴醺釀釁釉釋釐釖釟釡釛釼釵釶鈞釿鈔鈬鈕鈑鉞鉗鉅鉉鉤鉈銕鈿鉋鉐銜銖銓銛鉚鋏銹銷鋩錏鋺鍄錮\"],[\"e840\",\"錙錢錚錣錺錵錻鍜鍠鍼鍮鍖鎰鎬鎭鎔鎹鏖鏗鏨鏥鏘鏃鏝鏐鏈鏤鐚鐔鐓鐃鐇鐐鐶鐫鐵鐡鐺鑁鑒鑄鑛鑠鑢鑞鑪鈩鑰鑵鑷鑽鑚鑼鑾钁鑿閂閇閊閔閖閘閙\"],[\"e880\",\"閠閨閧閭閼閻閹閾闊濶闃闍闌闕闔闖關闡闥闢阡阨阮阯陂陌陏陋陷陜陞陝陟陦陲陬隍隘隕隗險隧隱隲隰隴隶隸隹雎雋雉雍襍雜霍雕雹霄霆霈霓霎霑霏霖霙霤霪霰霹霽霾靄靆靈靂靉靜靠靤靦靨勒靫靱靹鞅靼鞁靺鞆鞋鞏鞐鞜鞨鞦鞣鞳鞴韃韆韈韋韜韭齏韲竟韶韵頏頌頸頤頡頷頽顆顏顋顫顯顰\"],[\"e940\",\"顱顴顳颪颯颱颶飄飃飆飩飫餃餉餒餔餘餡餝餞餤餠餬餮餽餾饂饉饅饐饋饑饒饌饕馗馘馥馭馮馼駟駛駝駘駑駭駮駱駲駻駸騁騏騅駢騙騫騷驅驂驀驃\"],[\"e980\",\"騾驕驍驛驗驟驢驥驤驩驫驪骭骰骼髀髏髑髓體髞髟髢髣髦髯髫髮髴髱髷髻鬆鬘鬚鬟鬢鬣鬥鬧鬨鬩鬪鬮鬯鬲魄魃魏魍魎魑魘魴鮓鮃鮑鮖鮗鮟鮠鮨鮴鯀鯊鮹鯆鯏鯑鯒鯣鯢鯤鯔鯡鰺鯲鯱鯰鰕鰔鰉鰓鰌鰆鰈鰒鰊鰄鰮鰛鰥鰤鰡鰰鱇鰲鱆鰾鱚鱠鱧鱶鱸鳧鳬鳰鴉鴈鳫鴃鴆鴪鴦鶯鴣鴟鵄鴕鴒鵁鴿鴾鵆鵈\"],[\"ea40\",\"鵝鵞鵤鵑鵐鵙鵲鶉鶇鶫鵯鵺鶚鶤鶩鶲鷄鷁鶻鶸鶺鷆鷏鷂鷙鷓鷸鷦鷭鷯鷽鸚鸛鸞鹵鹹鹽麁麈麋麌麒麕麑麝麥麩麸麪麭靡黌黎黏黐黔黜點黝黠黥黨黯\"],[\"ea80\",\"黴黶黷黹黻黼黽鼇鼈皷鼕鼡鼬鼾齊齒齔齣齟齠齡齦齧齬齪齷齲齶龕龜龠堯槇遙瑤凜熙\"],[\"ed40\",\"纊褜鍈銈蓜俉炻昱棈鋹曻彅丨仡仼伀伃伹佖侒侊侚侔俍偀倢俿倞偆偰偂傔僴僘兊兤冝冾凬刕劜劦勀勛匀匇匤卲厓厲叝﨎咜咊咩哿喆坙坥垬埈埇﨏\"],[\"ed80\",\"塚增墲夋奓奛奝奣妤妺孖寀甯寘寬尞岦岺峵崧嵓﨑嵂嵭嶸嶹巐弡弴彧德忞恝悅悊惞惕愠惲愑愷愰憘戓抦揵摠撝擎敎昀昕昻昉昮昞昤晥晗晙晴晳暙暠暲暿曺朎朗杦枻桒柀栁桄棏﨓楨﨔榘槢樰橫橆橳橾櫢櫤毖氿汜沆汯泚洄涇浯涖涬淏淸淲淼渹湜渧渼溿澈澵濵瀅瀇瀨炅炫焏焄煜煆煇凞燁燾犱\"],[\"ee40\",\"犾猤猪獷玽珉珖珣珒琇珵琦琪琩琮瑢璉璟甁畯皂皜皞皛皦益睆劯砡硎硤硺礰礼神祥禔福禛竑竧靖竫箞精絈絜綷綠緖繒罇羡羽茁荢荿菇菶葈蒴蕓蕙\"],[\"ee80\",\"蕫﨟薰蘒﨡蠇裵訒訷詹誧誾諟諸諶譓譿賰賴贒赶﨣軏﨤逸遧郞都鄕鄧釚釗釞釭釮釤釥鈆鈐鈊鈺鉀鈼鉎鉙鉑鈹鉧銧鉷鉸鋧鋗鋙鋐﨧鋕鋠鋓錥錡鋻﨨錞鋿錝錂鍰鍗鎤鏆鏞鏸鐱鑅鑈閒隆﨩隝隯霳霻靃靍靏靑靕顗顥飯飼餧館馞驎髙髜魵魲鮏鮱鮻鰀鵰鵫鶴鸙黑\"],[\"eeef\",\"ⅰ\",9,\"￢￤＇＂\"],[\"f040\",\"\",62],[\"f080\",\"\",124],[\"f140\",\"\",62],[\"f180\",\"\",124],[\"f240\",\"\",62],[\"f280\",\"\",124],[\"f340\",\"\",62],[\"f380\",\"\",124],[\"f440\",\"\",62],[\"f480\",\"\",124],[\"f540\",\"\",62],[\"f580\",\"\",124],[\"f640\",\"\",62],[\"f680\",\"\",124],[\"f740\",\"\",62],[\"f780\",\"\",124],[\"f840\",\"\",62],[\"f880\",\"\",124],[\"f940\",\"\"],[\"fa40\",\"ⅰ\",9,\"Ⅰ\",9,\"￢￤＇＂㈱№℡∵纊褜鍈銈蓜俉炻昱棈鋹曻彅丨仡仼伀伃伹佖侒侊侚侔俍偀倢俿倞偆偰偂傔僴僘兊\"],[\"fa80\",\"兤冝冾凬刕劜劦勀勛匀匇匤卲厓厲叝﨎咜咊咩哿喆坙坥垬埈埇﨏塚增墲夋奓奛奝奣妤妺孖寀甯寘寬尞岦岺峵崧嵓﨑嵂嵭嶸嶹巐弡弴彧德忞恝悅悊惞惕愠惲愑愷愰憘戓抦揵摠撝擎敎昀昕昻昉昮昞昤晥晗晙晴晳暙暠暲暿曺朎朗杦枻桒柀栁桄棏﨓楨﨔榘槢樰橫橆橳橾櫢櫤毖氿汜沆汯泚洄涇浯\"],[\"fb40\",\"涖涬淏淸淲淼渹湜渧渼溿澈澵濵瀅瀇瀨炅炫焏焄煜煆煇凞燁燾犱犾猤猪獷玽珉珖珣珒琇珵琦琪琩琮瑢璉璟甁畯皂皜皞皛皦益睆劯砡硎硤硺礰礼神\"],[\"fb80\",\"祥禔福禛竑竧靖竫箞精絈絜綷綠緖繒罇羡羽茁荢荿菇菶葈蒴蕓蕙蕫﨟薰蘒﨡蠇裵訒訷詹誧誾諟諸諶譓譿賰賴贒赶﨣軏﨤逸遧郞都鄕鄧釚釗釞釭釮釤釥鈆鈐鈊鈺鉀鈼鉎鉙鉑鈹鉧銧鉷鉸鋧鋗鋙鋐﨧鋕鋠鋓錥錡鋻﨨錞鋿錝錂鍰鍗鎤鏆鏞鏸鐱鑅鑈閒隆﨩隝隯霳霻靃靍靏靑靕顗顥飯飼餧館馞驎髙\"],[\"fc40\",\"髜魵魲鮏鮱鮻鰀鵰鵫鶴鸙黑\"]]");
}));

var eucjp_exports = /* @__PURE__ */ __exportAll({ default: () => eucjp_default });
var eucjp_default;
var init_eucjp = __esmMin((() => {
	eucjp_default = /*#__PURE__*/ JSON.parse("[[\"0\",\"\\u0000\",127],[\"8ea1\",\"｡\",62],[\"a1a1\",\"　、。，．・：；？！゛゜´｀¨＾￣＿ヽヾゝゞ〃仝々〆〇ー―‐／＼～∥｜…‥‘’“”（）〔〕［］｛｝〈\",9,\"＋－±×÷＝≠＜＞≦≧∞∴♂♀°′″℃￥＄￠￡％＃＆＊＠§☆★○●◎◇\"],[\"a2a1\",\"◆□■△▲▽▼※〒→←↑↓〓\"],[\"a2ba\",\"∈∋⊆⊇⊂⊃∪∩\"],[\"a2ca\",\"∧∨￢⇒⇔∀∃\"],[\"a2dc\",\"∠⊥⌒∂∇≡≒≪≫√∽∝∵∫∬\"],[\"a2f2\",\"Å‰♯♭♪†‡¶\"],[\"a2fe\",\"◯\"],[\"a3b0\",\"０\",9],[\"a3c1\",\"Ａ\",25],[\"a3e1\",\"ａ\",25],[\"a4a1\",\"ぁ\",82],[\"a5a1\",\"ァ\",85],[\"a6a1\",\"Α\",16,\"Σ\",6],[\"a6c1\",\"α\",16,\"σ\",6],[\"a7a1\",\"А\",5,\"ЁЖ\",25],[\"a7d1\",\"а\",5,\"ёж\",25],[\"a8a1\",\"─│┌┐┘└├┬┤┴┼━┃┏┓┛┗┣┳┫┻╋┠┯┨┷┿┝┰┥┸╂\"],[\"ada1\",\"①\",19,\"Ⅰ\",9],[\"adc0\",\"㍉㌔㌢㍍㌘㌧㌃㌶㍑㍗㌍㌦㌣㌫㍊㌻㎜㎝㎞㎎㎏㏄㎡\"],[\"addf\",\"㍻〝〟№㏍℡㊤\",4,\"㈱㈲㈹㍾㍽㍼≒≡∫∮∑√⊥∠∟⊿∵∩∪\"],[\"b0a1\",\"亜唖娃阿哀愛挨姶逢葵茜穐悪握渥旭葦芦鯵梓圧斡扱宛姐虻飴絢綾鮎或粟袷安庵按暗案闇鞍杏以伊位依偉囲夷委威尉惟意慰易椅為畏異移維緯胃萎衣謂違遺医井亥域育郁磯一壱溢逸稲茨芋鰯允印咽員因姻引飲淫胤蔭\"],[\"b1a1\",\"院陰隠韻吋右宇烏羽迂雨卯鵜窺丑碓臼渦嘘唄欝蔚鰻姥厩浦瓜閏噂云運雲荏餌叡営嬰影映曳栄永泳洩瑛盈穎頴英衛詠鋭液疫益駅悦謁越閲榎厭円園堰奄宴延怨掩援沿演炎焔煙燕猿縁艶苑薗遠鉛鴛塩於汚甥凹央奥往応\"],[\"b2a1\",\"押旺横欧殴王翁襖鴬鴎黄岡沖荻億屋憶臆桶牡乙俺卸恩温穏音下化仮何伽価佳加可嘉夏嫁家寡科暇果架歌河火珂禍禾稼箇花苛茄荷華菓蝦課嘩貨迦過霞蚊俄峨我牙画臥芽蛾賀雅餓駕介会解回塊壊廻快怪悔恢懐戒拐改\"],[\"b3a1\",\"魁晦械海灰界皆絵芥蟹開階貝凱劾外咳害崖慨概涯碍蓋街該鎧骸浬馨蛙垣柿蛎鈎劃嚇各廓拡撹格核殻獲確穫覚角赫較郭閣隔革学岳楽額顎掛笠樫橿梶鰍潟割喝恰括活渇滑葛褐轄且鰹叶椛樺鞄株兜竃蒲釜鎌噛鴨栢茅萱\"],[\"b4a1\",\"粥刈苅瓦乾侃冠寒刊勘勧巻喚堪姦完官寛干幹患感慣憾換敢柑桓棺款歓汗漢澗潅環甘監看竿管簡緩缶翰肝艦莞観諌貫還鑑間閑関陥韓館舘丸含岸巌玩癌眼岩翫贋雁頑顔願企伎危喜器基奇嬉寄岐希幾忌揮机旗既期棋棄\"],[\"b5a1\",\"機帰毅気汽畿祈季稀紀徽規記貴起軌輝飢騎鬼亀偽儀妓宜戯技擬欺犠疑祇義蟻誼議掬菊鞠吉吃喫桔橘詰砧杵黍却客脚虐逆丘久仇休及吸宮弓急救朽求汲泣灸球究窮笈級糾給旧牛去居巨拒拠挙渠虚許距鋸漁禦魚亨享京\"],[\"b6a1\",\"供侠僑兇競共凶協匡卿叫喬境峡強彊怯恐恭挟教橋況狂狭矯胸脅興蕎郷鏡響饗驚仰凝尭暁業局曲極玉桐粁僅勤均巾錦斤欣欽琴禁禽筋緊芹菌衿襟謹近金吟銀九倶句区狗玖矩苦躯駆駈駒具愚虞喰空偶寓遇隅串櫛釧屑屈\"],[\"b7a1\",\"掘窟沓靴轡窪熊隈粂栗繰桑鍬勲君薫訓群軍郡卦袈祁係傾刑兄啓圭珪型契形径恵慶慧憩掲携敬景桂渓畦稽系経継繋罫茎荊蛍計詣警軽頚鶏芸迎鯨劇戟撃激隙桁傑欠決潔穴結血訣月件倹倦健兼券剣喧圏堅嫌建憲懸拳捲\"],[\"b8a1\",\"検権牽犬献研硯絹県肩見謙賢軒遣鍵険顕験鹸元原厳幻弦減源玄現絃舷言諺限乎個古呼固姑孤己庫弧戸故枯湖狐糊袴股胡菰虎誇跨鈷雇顧鼓五互伍午呉吾娯後御悟梧檎瑚碁語誤護醐乞鯉交佼侯候倖光公功効勾厚口向\"],[\"b9a1\",\"后喉坑垢好孔孝宏工巧巷幸広庚康弘恒慌抗拘控攻昂晃更杭校梗構江洪浩港溝甲皇硬稿糠紅紘絞綱耕考肯肱腔膏航荒行衡講貢購郊酵鉱砿鋼閤降項香高鴻剛劫号合壕拷濠豪轟麹克刻告国穀酷鵠黒獄漉腰甑忽惚骨狛込\"],[\"baa1\",\"此頃今困坤墾婚恨懇昏昆根梱混痕紺艮魂些佐叉唆嵯左差査沙瑳砂詐鎖裟坐座挫債催再最哉塞妻宰彩才採栽歳済災采犀砕砦祭斎細菜裁載際剤在材罪財冴坂阪堺榊肴咲崎埼碕鷺作削咋搾昨朔柵窄策索錯桜鮭笹匙冊刷\"],[\"bba1\",\"察拶撮擦札殺薩雑皐鯖捌錆鮫皿晒三傘参山惨撒散桟燦珊産算纂蚕讃賛酸餐斬暫残仕仔伺使刺司史嗣四士始姉姿子屍市師志思指支孜斯施旨枝止死氏獅祉私糸紙紫肢脂至視詞詩試誌諮資賜雌飼歯事似侍児字寺慈持時\"],[\"bca1\",\"次滋治爾璽痔磁示而耳自蒔辞汐鹿式識鴫竺軸宍雫七叱執失嫉室悉湿漆疾質実蔀篠偲柴芝屡蕊縞舎写射捨赦斜煮社紗者謝車遮蛇邪借勺尺杓灼爵酌釈錫若寂弱惹主取守手朱殊狩珠種腫趣酒首儒受呪寿授樹綬需囚収周\"],[\"bda1\",\"宗就州修愁拾洲秀秋終繍習臭舟蒐衆襲讐蹴輯週酋酬集醜什住充十従戎柔汁渋獣縦重銃叔夙宿淑祝縮粛塾熟出術述俊峻春瞬竣舜駿准循旬楯殉淳準潤盾純巡遵醇順処初所暑曙渚庶緒署書薯藷諸助叙女序徐恕鋤除傷償\"],[\"bea1\",\"勝匠升召哨商唱嘗奨妾娼宵将小少尚庄床廠彰承抄招掌捷昇昌昭晶松梢樟樵沼消渉湘焼焦照症省硝礁祥称章笑粧紹肖菖蒋蕉衝裳訟証詔詳象賞醤鉦鍾鐘障鞘上丈丞乗冗剰城場壌嬢常情擾条杖浄状畳穣蒸譲醸錠嘱埴飾\"],[\"bfa1\",\"拭植殖燭織職色触食蝕辱尻伸信侵唇娠寝審心慎振新晋森榛浸深申疹真神秦紳臣芯薪親診身辛進針震人仁刃塵壬尋甚尽腎訊迅陣靭笥諏須酢図厨逗吹垂帥推水炊睡粋翠衰遂酔錐錘随瑞髄崇嵩数枢趨雛据杉椙菅頗雀裾\"],[\"c0a1\",\"澄摺寸世瀬畝是凄制勢姓征性成政整星晴棲栖正清牲生盛精聖声製西誠誓請逝醒青静斉税脆隻席惜戚斥昔析石積籍績脊責赤跡蹟碩切拙接摂折設窃節説雪絶舌蝉仙先千占宣専尖川戦扇撰栓栴泉浅洗染潜煎煽旋穿箭線\"],[\"c1a1\",\"繊羨腺舛船薦詮賎践選遷銭銑閃鮮前善漸然全禅繕膳糎噌塑岨措曾曽楚狙疏疎礎祖租粗素組蘇訴阻遡鼠僧創双叢倉喪壮奏爽宋層匝惣想捜掃挿掻操早曹巣槍槽漕燥争痩相窓糟総綜聡草荘葬蒼藻装走送遭鎗霜騒像増憎\"],[\"c2a1\",\"臓蔵贈造促側則即息捉束測足速俗属賊族続卒袖其揃存孫尊損村遜他多太汰詑唾堕妥惰打柁舵楕陀駄騨体堆対耐岱帯待怠態戴替泰滞胎腿苔袋貸退逮隊黛鯛代台大第醍題鷹滝瀧卓啄宅托択拓沢濯琢託鐸濁諾茸凧蛸只\"],[\"c3a1\",\"叩但達辰奪脱巽竪辿棚谷狸鱈樽誰丹単嘆坦担探旦歎淡湛炭短端箪綻耽胆蛋誕鍛団壇弾断暖檀段男談値知地弛恥智池痴稚置致蜘遅馳築畜竹筑蓄逐秩窒茶嫡着中仲宙忠抽昼柱注虫衷註酎鋳駐樗瀦猪苧著貯丁兆凋喋寵\"],[\"c4a1\",\"帖帳庁弔張彫徴懲挑暢朝潮牒町眺聴脹腸蝶調諜超跳銚長頂鳥勅捗直朕沈珍賃鎮陳津墜椎槌追鎚痛通塚栂掴槻佃漬柘辻蔦綴鍔椿潰坪壷嬬紬爪吊釣鶴亭低停偵剃貞呈堤定帝底庭廷弟悌抵挺提梯汀碇禎程締艇訂諦蹄逓\"],[\"c5a1\",\"邸鄭釘鼎泥摘擢敵滴的笛適鏑溺哲徹撤轍迭鉄典填天展店添纏甜貼転顛点伝殿澱田電兎吐堵塗妬屠徒斗杜渡登菟賭途都鍍砥砺努度土奴怒倒党冬凍刀唐塔塘套宕島嶋悼投搭東桃梼棟盗淘湯涛灯燈当痘祷等答筒糖統到\"],[\"c6a1\",\"董蕩藤討謄豆踏逃透鐙陶頭騰闘働動同堂導憧撞洞瞳童胴萄道銅峠鴇匿得徳涜特督禿篤毒独読栃橡凸突椴届鳶苫寅酉瀞噸屯惇敦沌豚遁頓呑曇鈍奈那内乍凪薙謎灘捺鍋楢馴縄畷南楠軟難汝二尼弐迩匂賑肉虹廿日乳入\"],[\"c7a1\",\"如尿韮任妊忍認濡禰祢寧葱猫熱年念捻撚燃粘乃廼之埜嚢悩濃納能脳膿農覗蚤巴把播覇杷波派琶破婆罵芭馬俳廃拝排敗杯盃牌背肺輩配倍培媒梅楳煤狽買売賠陪這蝿秤矧萩伯剥博拍柏泊白箔粕舶薄迫曝漠爆縛莫駁麦\"],[\"c8a1\",\"函箱硲箸肇筈櫨幡肌畑畠八鉢溌発醗髪伐罰抜筏閥鳩噺塙蛤隼伴判半反叛帆搬斑板氾汎版犯班畔繁般藩販範釆煩頒飯挽晩番盤磐蕃蛮匪卑否妃庇彼悲扉批披斐比泌疲皮碑秘緋罷肥被誹費避非飛樋簸備尾微枇毘琵眉美\"],[\"c9a1\",\"鼻柊稗匹疋髭彦膝菱肘弼必畢筆逼桧姫媛紐百謬俵彪標氷漂瓢票表評豹廟描病秒苗錨鋲蒜蛭鰭品彬斌浜瀕貧賓頻敏瓶不付埠夫婦富冨布府怖扶敷斧普浮父符腐膚芙譜負賦赴阜附侮撫武舞葡蕪部封楓風葺蕗伏副復幅服\"],[\"caa1\",\"福腹複覆淵弗払沸仏物鮒分吻噴墳憤扮焚奮粉糞紛雰文聞丙併兵塀幣平弊柄並蔽閉陛米頁僻壁癖碧別瞥蔑箆偏変片篇編辺返遍便勉娩弁鞭保舗鋪圃捕歩甫補輔穂募墓慕戊暮母簿菩倣俸包呆報奉宝峰峯崩庖抱捧放方朋\"],[\"cba1\",\"法泡烹砲縫胞芳萌蓬蜂褒訪豊邦鋒飽鳳鵬乏亡傍剖坊妨帽忘忙房暴望某棒冒紡肪膨謀貌貿鉾防吠頬北僕卜墨撲朴牧睦穆釦勃没殆堀幌奔本翻凡盆摩磨魔麻埋妹昧枚毎哩槙幕膜枕鮪柾鱒桝亦俣又抹末沫迄侭繭麿万慢満\"],[\"cca1\",\"漫蔓味未魅巳箕岬密蜜湊蓑稔脈妙粍民眠務夢無牟矛霧鵡椋婿娘冥名命明盟迷銘鳴姪牝滅免棉綿緬面麺摸模茂妄孟毛猛盲網耗蒙儲木黙目杢勿餅尤戻籾貰問悶紋門匁也冶夜爺耶野弥矢厄役約薬訳躍靖柳薮鑓愉愈油癒\"],[\"cda1\",\"諭輸唯佑優勇友宥幽悠憂揖有柚湧涌猶猷由祐裕誘遊邑郵雄融夕予余与誉輿預傭幼妖容庸揚揺擁曜楊様洋溶熔用窯羊耀葉蓉要謡踊遥陽養慾抑欲沃浴翌翼淀羅螺裸来莱頼雷洛絡落酪乱卵嵐欄濫藍蘭覧利吏履李梨理璃\"],[\"cea1\",\"痢裏裡里離陸律率立葎掠略劉流溜琉留硫粒隆竜龍侶慮旅虜了亮僚両凌寮料梁涼猟療瞭稜糧良諒遼量陵領力緑倫厘林淋燐琳臨輪隣鱗麟瑠塁涙累類令伶例冷励嶺怜玲礼苓鈴隷零霊麗齢暦歴列劣烈裂廉恋憐漣煉簾練聯\"],[\"cfa1\",\"蓮連錬呂魯櫓炉賂路露労婁廊弄朗楼榔浪漏牢狼篭老聾蝋郎六麓禄肋録論倭和話歪賄脇惑枠鷲亙亘鰐詫藁蕨椀湾碗腕\"],[\"d0a1\",\"弌丐丕个丱丶丼丿乂乖乘亂亅豫亊舒弍于亞亟亠亢亰亳亶从仍仄仆仂仗仞仭仟价伉佚估佛佝佗佇佶侈侏侘佻佩佰侑佯來侖儘俔俟俎俘俛俑俚俐俤俥倚倨倔倪倥倅伜俶倡倩倬俾俯們倆偃假會偕偐偈做偖偬偸傀傚傅傴傲\"],[\"d1a1\",\"僉僊傳僂僖僞僥僭僣僮價僵儉儁儂儖儕儔儚儡儺儷儼儻儿兀兒兌兔兢竸兩兪兮冀冂囘册冉冏冑冓冕冖冤冦冢冩冪冫决冱冲冰况冽凅凉凛几處凩凭凰凵凾刄刋刔刎刧刪刮刳刹剏剄剋剌剞剔剪剴剩剳剿剽劍劔劒剱劈劑辨\"],[\"d2a1\",\"辧劬劭劼劵勁勍勗勞勣勦飭勠勳勵勸勹匆匈甸匍匐匏匕匚匣匯匱匳匸區卆卅丗卉卍凖卞卩卮夘卻卷厂厖厠厦厥厮厰厶參簒雙叟曼燮叮叨叭叺吁吽呀听吭吼吮吶吩吝呎咏呵咎呟呱呷呰咒呻咀呶咄咐咆哇咢咸咥咬哄哈咨\"],[\"d3a1\",\"咫哂咤咾咼哘哥哦唏唔哽哮哭哺哢唹啀啣啌售啜啅啖啗唸唳啝喙喀咯喊喟啻啾喘喞單啼喃喩喇喨嗚嗅嗟嗄嗜嗤嗔嘔嗷嘖嗾嗽嘛嗹噎噐營嘴嘶嘲嘸噫噤嘯噬噪嚆嚀嚊嚠嚔嚏嚥嚮嚶嚴囂嚼囁囃囀囈囎囑囓囗囮囹圀囿圄圉\"],[\"d4a1\",\"圈國圍圓團圖嗇圜圦圷圸坎圻址坏坩埀垈坡坿垉垓垠垳垤垪垰埃埆埔埒埓堊埖埣堋堙堝塲堡塢塋塰毀塒堽塹墅墹墟墫墺壞墻墸墮壅壓壑壗壙壘壥壜壤壟壯壺壹壻壼壽夂夊夐夛梦夥夬夭夲夸夾竒奕奐奎奚奘奢奠奧奬奩\"],[\"d5a1\",\"奸妁妝佞侫妣妲姆姨姜妍姙姚娥娟娑娜娉娚婀婬婉娵娶婢婪媚媼媾嫋嫂媽嫣嫗嫦嫩嫖嫺嫻嬌嬋嬖嬲嫐嬪嬶嬾孃孅孀孑孕孚孛孥孩孰孳孵學斈孺宀它宦宸寃寇寉寔寐寤實寢寞寥寫寰寶寳尅將專對尓尠尢尨尸尹屁屆屎屓\"],[\"d6a1\",\"屐屏孱屬屮乢屶屹岌岑岔妛岫岻岶岼岷峅岾峇峙峩峽峺峭嶌峪崋崕崗嵜崟崛崑崔崢崚崙崘嵌嵒嵎嵋嵬嵳嵶嶇嶄嶂嶢嶝嶬嶮嶽嶐嶷嶼巉巍巓巒巖巛巫已巵帋帚帙帑帛帶帷幄幃幀幎幗幔幟幢幤幇幵并幺麼广庠廁廂廈廐廏\"],[\"d7a1\",\"廖廣廝廚廛廢廡廨廩廬廱廳廰廴廸廾弃弉彝彜弋弑弖弩弭弸彁彈彌彎弯彑彖彗彙彡彭彳彷徃徂彿徊很徑徇從徙徘徠徨徭徼忖忻忤忸忱忝悳忿怡恠怙怐怩怎怱怛怕怫怦怏怺恚恁恪恷恟恊恆恍恣恃恤恂恬恫恙悁悍惧悃悚\"],[\"d8a1\",\"悄悛悖悗悒悧悋惡悸惠惓悴忰悽惆悵惘慍愕愆惶惷愀惴惺愃愡惻惱愍愎慇愾愨愧慊愿愼愬愴愽慂慄慳慷慘慙慚慫慴慯慥慱慟慝慓慵憙憖憇憬憔憚憊憑憫憮懌懊應懷懈懃懆憺懋罹懍懦懣懶懺懴懿懽懼懾戀戈戉戍戌戔戛\"],[\"d9a1\",\"戞戡截戮戰戲戳扁扎扞扣扛扠扨扼抂抉找抒抓抖拔抃抔拗拑抻拏拿拆擔拈拜拌拊拂拇抛拉挌拮拱挧挂挈拯拵捐挾捍搜捏掖掎掀掫捶掣掏掉掟掵捫捩掾揩揀揆揣揉插揶揄搖搴搆搓搦搶攝搗搨搏摧摯摶摎攪撕撓撥撩撈撼\"],[\"daa1\",\"據擒擅擇撻擘擂擱擧舉擠擡抬擣擯攬擶擴擲擺攀擽攘攜攅攤攣攫攴攵攷收攸畋效敖敕敍敘敞敝敲數斂斃變斛斟斫斷旃旆旁旄旌旒旛旙无旡旱杲昊昃旻杳昵昶昴昜晏晄晉晁晞晝晤晧晨晟晢晰暃暈暎暉暄暘暝曁暹曉暾暼\"],[\"dba1\",\"曄暸曖曚曠昿曦曩曰曵曷朏朖朞朦朧霸朮朿朶杁朸朷杆杞杠杙杣杤枉杰枩杼杪枌枋枦枡枅枷柯枴柬枳柩枸柤柞柝柢柮枹柎柆柧檜栞框栩桀桍栲桎梳栫桙档桷桿梟梏梭梔條梛梃檮梹桴梵梠梺椏梍桾椁棊椈棘椢椦棡椌棍\"],[\"dca1\",\"棔棧棕椶椒椄棗棣椥棹棠棯椨椪椚椣椡棆楹楷楜楸楫楔楾楮椹楴椽楙椰楡楞楝榁楪榲榮槐榿槁槓榾槎寨槊槝榻槃榧樮榑榠榜榕榴槞槨樂樛槿權槹槲槧樅榱樞槭樔槫樊樒櫁樣樓橄樌橲樶橸橇橢橙橦橈樸樢檐檍檠檄檢檣\"],[\"dda1\",\"檗蘗檻櫃櫂檸檳檬櫞櫑櫟檪櫚櫪櫻欅蘖櫺欒欖鬱欟欸欷盜欹飮歇歃歉歐歙歔歛歟歡歸歹歿殀殄殃殍殘殕殞殤殪殫殯殲殱殳殷殼毆毋毓毟毬毫毳毯麾氈氓气氛氤氣汞汕汢汪沂沍沚沁沛汾汨汳沒沐泄泱泓沽泗泅泝沮沱沾\"],[\"dea1\",\"沺泛泯泙泪洟衍洶洫洽洸洙洵洳洒洌浣涓浤浚浹浙涎涕濤涅淹渕渊涵淇淦涸淆淬淞淌淨淒淅淺淙淤淕淪淮渭湮渮渙湲湟渾渣湫渫湶湍渟湃渺湎渤滿渝游溂溪溘滉溷滓溽溯滄溲滔滕溏溥滂溟潁漑灌滬滸滾漿滲漱滯漲滌\"],[\"dfa1\",\"漾漓滷澆潺潸澁澀潯潛濳潭澂潼潘澎澑濂潦澳澣澡澤澹濆澪濟濕濬濔濘濱濮濛瀉瀋濺瀑瀁瀏濾瀛瀚潴瀝瀘瀟瀰瀾瀲灑灣炙炒炯烱炬炸炳炮烟烋烝烙焉烽焜焙煥煕熈煦煢煌煖煬熏燻熄熕熨熬燗熹熾燒燉燔燎燠燬燧燵燼\"],[\"e0a1\",\"燹燿爍爐爛爨爭爬爰爲爻爼爿牀牆牋牘牴牾犂犁犇犒犖犢犧犹犲狃狆狄狎狒狢狠狡狹狷倏猗猊猜猖猝猴猯猩猥猾獎獏默獗獪獨獰獸獵獻獺珈玳珎玻珀珥珮珞璢琅瑯琥珸琲琺瑕琿瑟瑙瑁瑜瑩瑰瑣瑪瑶瑾璋璞璧瓊瓏瓔珱\"],[\"e1a1\",\"瓠瓣瓧瓩瓮瓲瓰瓱瓸瓷甄甃甅甌甎甍甕甓甞甦甬甼畄畍畊畉畛畆畚畩畤畧畫畭畸當疆疇畴疊疉疂疔疚疝疥疣痂疳痃疵疽疸疼疱痍痊痒痙痣痞痾痿痼瘁痰痺痲痳瘋瘍瘉瘟瘧瘠瘡瘢瘤瘴瘰瘻癇癈癆癜癘癡癢癨癩癪癧癬癰\"],[\"e2a1\",\"癲癶癸發皀皃皈皋皎皖皓皙皚皰皴皸皹皺盂盍盖盒盞盡盥盧盪蘯盻眈眇眄眩眤眞眥眦眛眷眸睇睚睨睫睛睥睿睾睹瞎瞋瞑瞠瞞瞰瞶瞹瞿瞼瞽瞻矇矍矗矚矜矣矮矼砌砒礦砠礪硅碎硴碆硼碚碌碣碵碪碯磑磆磋磔碾碼磅磊磬\"],[\"e3a1\",\"磧磚磽磴礇礒礑礙礬礫祀祠祗祟祚祕祓祺祿禊禝禧齋禪禮禳禹禺秉秕秧秬秡秣稈稍稘稙稠稟禀稱稻稾稷穃穗穉穡穢穩龝穰穹穽窈窗窕窘窖窩竈窰窶竅竄窿邃竇竊竍竏竕竓站竚竝竡竢竦竭竰笂笏笊笆笳笘笙笞笵笨笶筐\"],[\"e4a1\",\"筺笄筍笋筌筅筵筥筴筧筰筱筬筮箝箘箟箍箜箚箋箒箏筝箙篋篁篌篏箴篆篝篩簑簔篦篥籠簀簇簓篳篷簗簍篶簣簧簪簟簷簫簽籌籃籔籏籀籐籘籟籤籖籥籬籵粃粐粤粭粢粫粡粨粳粲粱粮粹粽糀糅糂糘糒糜糢鬻糯糲糴糶糺紆\"],[\"e5a1\",\"紂紜紕紊絅絋紮紲紿紵絆絳絖絎絲絨絮絏絣經綉絛綏絽綛綺綮綣綵緇綽綫總綢綯緜綸綟綰緘緝緤緞緻緲緡縅縊縣縡縒縱縟縉縋縢繆繦縻縵縹繃縷縲縺繧繝繖繞繙繚繹繪繩繼繻纃緕繽辮繿纈纉續纒纐纓纔纖纎纛纜缸缺\"],[\"e6a1\",\"罅罌罍罎罐网罕罔罘罟罠罨罩罧罸羂羆羃羈羇羌羔羞羝羚羣羯羲羹羮羶羸譱翅翆翊翕翔翡翦翩翳翹飜耆耄耋耒耘耙耜耡耨耿耻聊聆聒聘聚聟聢聨聳聲聰聶聹聽聿肄肆肅肛肓肚肭冐肬胛胥胙胝胄胚胖脉胯胱脛脩脣脯腋\"],[\"e7a1\",\"隋腆脾腓腑胼腱腮腥腦腴膃膈膊膀膂膠膕膤膣腟膓膩膰膵膾膸膽臀臂膺臉臍臑臙臘臈臚臟臠臧臺臻臾舁舂舅與舊舍舐舖舩舫舸舳艀艙艘艝艚艟艤艢艨艪艫舮艱艷艸艾芍芒芫芟芻芬苡苣苟苒苴苳苺莓范苻苹苞茆苜茉苙\"],[\"e8a1\",\"茵茴茖茲茱荀茹荐荅茯茫茗茘莅莚莪莟莢莖茣莎莇莊荼莵荳荵莠莉莨菴萓菫菎菽萃菘萋菁菷萇菠菲萍萢萠莽萸蔆菻葭萪萼蕚蒄葷葫蒭葮蒂葩葆萬葯葹萵蓊葢蒹蒿蒟蓙蓍蒻蓚蓐蓁蓆蓖蒡蔡蓿蓴蔗蔘蔬蔟蔕蔔蓼蕀蕣蕘蕈\"],[\"e9a1\",\"蕁蘂蕋蕕薀薤薈薑薊薨蕭薔薛藪薇薜蕷蕾薐藉薺藏薹藐藕藝藥藜藹蘊蘓蘋藾藺蘆蘢蘚蘰蘿虍乕虔號虧虱蚓蚣蚩蚪蚋蚌蚶蚯蛄蛆蚰蛉蠣蚫蛔蛞蛩蛬蛟蛛蛯蜒蜆蜈蜀蜃蛻蜑蜉蜍蛹蜊蜴蜿蜷蜻蜥蜩蜚蝠蝟蝸蝌蝎蝴蝗蝨蝮蝙\"],[\"eaa1\",\"蝓蝣蝪蠅螢螟螂螯蟋螽蟀蟐雖螫蟄螳蟇蟆螻蟯蟲蟠蠏蠍蟾蟶蟷蠎蟒蠑蠖蠕蠢蠡蠱蠶蠹蠧蠻衄衂衒衙衞衢衫袁衾袞衵衽袵衲袂袗袒袮袙袢袍袤袰袿袱裃裄裔裘裙裝裹褂裼裴裨裲褄褌褊褓襃褞褥褪褫襁襄褻褶褸襌褝襠襞\"],[\"eba1\",\"襦襤襭襪襯襴襷襾覃覈覊覓覘覡覩覦覬覯覲覺覽覿觀觚觜觝觧觴觸訃訖訐訌訛訝訥訶詁詛詒詆詈詼詭詬詢誅誂誄誨誡誑誥誦誚誣諄諍諂諚諫諳諧諤諱謔諠諢諷諞諛謌謇謚諡謖謐謗謠謳鞫謦謫謾謨譁譌譏譎證譖譛譚譫\"],[\"eca1\",\"譟譬譯譴譽讀讌讎讒讓讖讙讚谺豁谿豈豌豎豐豕豢豬豸豺貂貉貅貊貍貎貔豼貘戝貭貪貽貲貳貮貶賈賁賤賣賚賽賺賻贄贅贊贇贏贍贐齎贓賍贔贖赧赭赱赳趁趙跂趾趺跏跚跖跌跛跋跪跫跟跣跼踈踉跿踝踞踐踟蹂踵踰踴蹊\"],[\"eda1\",\"蹇蹉蹌蹐蹈蹙蹤蹠踪蹣蹕蹶蹲蹼躁躇躅躄躋躊躓躑躔躙躪躡躬躰軆躱躾軅軈軋軛軣軼軻軫軾輊輅輕輒輙輓輜輟輛輌輦輳輻輹轅轂輾轌轉轆轎轗轜轢轣轤辜辟辣辭辯辷迚迥迢迪迯邇迴逅迹迺逑逕逡逍逞逖逋逧逶逵逹迸\"],[\"eea1\",\"遏遐遑遒逎遉逾遖遘遞遨遯遶隨遲邂遽邁邀邊邉邏邨邯邱邵郢郤扈郛鄂鄒鄙鄲鄰酊酖酘酣酥酩酳酲醋醉醂醢醫醯醪醵醴醺釀釁釉釋釐釖釟釡釛釼釵釶鈞釿鈔鈬鈕鈑鉞鉗鉅鉉鉤鉈銕鈿鉋鉐銜銖銓銛鉚鋏銹銷鋩錏鋺鍄錮\"],[\"efa1\",\"錙錢錚錣錺錵錻鍜鍠鍼鍮鍖鎰鎬鎭鎔鎹鏖鏗鏨鏥鏘鏃鏝鏐鏈鏤鐚鐔鐓鐃鐇鐐鐶鐫鐵鐡鐺鑁鑒鑄鑛鑠鑢鑞鑪鈩鑰鑵鑷鑽鑚鑼鑾钁鑿閂閇閊閔閖閘閙閠閨閧閭閼閻閹閾闊濶闃闍闌闕闔闖關闡闥闢阡阨阮阯陂陌陏陋陷陜陞\"],[\"f0a1\",\"陝陟陦陲陬隍隘隕隗險隧隱隲隰隴隶隸隹雎雋雉雍襍雜霍雕雹霄霆霈霓霎霑霏霖霙霤霪霰霹霽霾靄靆靈靂靉靜靠靤靦靨勒靫靱靹鞅靼鞁靺鞆鞋鞏鞐鞜鞨鞦鞣鞳鞴韃韆韈韋韜韭齏韲竟韶韵頏頌頸頤頡頷頽顆顏顋顫顯顰\"],[\"f1a1\",\"顱顴顳颪颯颱颶飄飃飆飩飫餃餉餒餔餘餡餝餞餤餠餬餮餽餾饂饉饅饐饋饑饒饌饕馗馘馥馭馮馼駟駛駝駘駑駭駮駱駲駻駸騁騏騅駢騙騫騷驅驂驀驃騾驕驍驛驗驟驢驥驤驩驫驪骭骰骼髀髏髑髓體髞髟髢髣髦髯髫髮髴髱髷\"],[\"f2a1\",\"髻鬆鬘鬚鬟鬢鬣鬥鬧鬨鬩鬪鬮鬯鬲魄魃魏魍魎魑魘魴鮓鮃鮑鮖鮗鮟鮠鮨鮴鯀鯊鮹鯆鯏鯑鯒鯣鯢鯤鯔鯡鰺鯲鯱鯰鰕鰔鰉鰓鰌鰆鰈鰒鰊鰄鰮鰛鰥鰤鰡鰰鱇鰲鱆鰾鱚鱠鱧鱶鱸鳧鳬鳰鴉鴈鳫鴃鴆鴪鴦鶯鴣鴟鵄鴕鴒鵁鴿鴾鵆鵈\"],[\"f3a1\",\"鵝鵞鵤鵑鵐鵙鵲鶉鶇鶫鵯鵺鶚鶤鶩鶲鷄鷁鶻鶸鶺鷆鷏鷂鷙鷓鷸鷦鷭鷯鷽鸚鸛鸞鹵鹹鹽麁麈麋麌麒麕麑麝麥麩麸麪麭靡黌黎黏黐黔黜點黝黠黥黨黯黴黶黷黹黻黼黽鼇鼈皷鼕鼡鼬鼾齊齒齔齣齟齠齡齦齧齬齪齷齲齶龕龜龠\"],[\"f4a1\",\"堯槇遙瑤凜熙\"],[\"f9a1\",\"纊褜鍈銈蓜俉炻昱棈鋹曻彅丨仡仼伀伃伹佖侒侊侚侔俍偀倢俿倞偆偰偂傔僴僘兊兤冝冾凬刕劜劦勀勛匀匇匤卲厓厲叝﨎咜咊咩哿喆坙坥垬埈埇﨏塚增墲夋奓奛奝奣妤妺孖寀甯寘寬尞岦岺峵崧嵓﨑嵂嵭嶸嶹巐弡弴彧德\"],[\"faa1\",\"忞恝悅悊惞惕愠惲愑愷愰憘戓抦揵摠撝擎敎昀昕昻昉昮昞昤晥晗晙晴晳暙暠暲暿曺朎朗杦枻桒柀栁桄棏﨓楨﨔榘槢樰橫橆橳橾櫢櫤毖氿汜沆汯泚洄涇浯涖涬淏淸淲淼渹湜渧渼溿澈澵濵瀅瀇瀨炅炫焏焄煜煆煇凞燁燾犱\"],[\"fba1\",\"犾猤猪獷玽珉珖珣珒琇珵琦琪琩琮瑢璉璟甁畯皂皜皞皛皦益睆劯砡硎硤硺礰礼神祥禔福禛竑竧靖竫箞精絈絜綷綠緖繒罇羡羽茁荢荿菇菶葈蒴蕓蕙蕫﨟薰蘒﨡蠇裵訒訷詹誧誾諟諸諶譓譿賰賴贒赶﨣軏﨤逸遧郞都鄕鄧釚\"],[\"fca1\",\"釗釞釭釮釤釥鈆鈐鈊鈺鉀鈼鉎鉙鉑鈹鉧銧鉷鉸鋧鋗鋙鋐﨧鋕鋠鋓錥錡鋻﨨錞鋿錝錂鍰鍗鎤鏆鏞鏸鐱鑅鑈閒隆﨩隝隯霳霻靃靍靏靑靕顗顥飯飼餧館馞驎髙髜魵魲鮏鮱鮻鰀鵰鵫鶴鸙黑\"],[\"fcf1\",\"ⅰ\",9,\"￢￤＇＂\"],[\"8fa2af\",\"˘ˇ¸˙˝¯˛˚～΄΅\"],[\"8fa2c2\",\"¡¦¿\"],[\"8fa2eb\",\"ºª©®™¤№\"],[\"8fa6e1\",\"ΆΈΉΊΪ\"],[\"8fa6e7\",\"Ό\"],[\"8fa6e9\",\"ΎΫ\"],[\"8fa6ec\",\"Ώ\"],[\"8fa6f1\",\"άέήίϊΐόςύϋΰώ\"],[\"8fa7c2\",\"Ђ\",10,\"ЎЏ\"],[\"8fa7f2\",\"ђ\",10,\"ўџ\"],[\"8fa9a1\",\"ÆĐ\"],[\"8fa9a4\",\"Ħ\"],[\"8fa9a6\",\"Ĳ\"],[\"8fa9a8\",\"ŁĿ\"],[\"8fa9ab\",\"ŊØŒ\"],[\"8fa9af\",\"ŦÞ\"],[\"8fa9c1\",\"æđðħıĳĸłŀŉŋøœßŧþ\"],[\"8faaa1\",\"ÁÀÄÂĂǍĀĄÅÃĆĈČÇĊĎÉÈËÊĚĖĒĘ\"],[\"8faaba\",\"ĜĞĢĠĤÍÌÏÎǏİĪĮĨĴĶĹĽĻŃŇŅÑÓÒÖÔǑŐŌÕŔŘŖŚŜŠŞŤŢÚÙÜÛŬǓŰŪŲŮŨǗǛǙǕŴÝŸŶŹŽŻ\"],[\"8faba1\",\"áàäâăǎāąåãćĉčçċďéèëêěėēęǵĝğ\"],[\"8fabbd\",\"ġĥíìïîǐ\"],[\"8fabc5\",\"īįĩĵķĺľļńňņñóòöôǒőōõŕřŗśŝšşťţúùüûŭǔűūųůũǘǜǚǖŵýÿŷźžż\"],[\"8fb0a1\",\"丂丄丅丌丒丟丣两丨丫丮丯丰丵乀乁乄乇乑乚乜乣乨乩乴乵乹乿亍亖亗亝亯亹仃仐仚仛仠仡仢仨仯仱仳仵份仾仿伀伂伃伈伋伌伒伕伖众伙伮伱你伳伵伷伹伻伾佀佂佈佉佋佌佒佔佖佘佟佣佪佬佮佱佷佸佹佺佽佾侁侂侄\"],[\"8fb1a1\",\"侅侉侊侌侎侐侒侓侔侗侙侚侞侟侲侷侹侻侼侽侾俀俁俅俆俈俉俋俌俍俏俒俜俠俢俰俲俼俽俿倀倁倄倇倊倌倎倐倓倗倘倛倜倝倞倢倧倮倰倲倳倵偀偁偂偅偆偊偌偎偑偒偓偗偙偟偠偢偣偦偧偪偭偰偱倻傁傃傄傆傊傎傏傐\"],[\"8fb2a1\",\"傒傓傔傖傛傜傞\",4,\"傪傯傰傹傺傽僀僃僄僇僌僎僐僓僔僘僜僝僟僢僤僦僨僩僯僱僶僺僾儃儆儇儈儋儌儍儎僲儐儗儙儛儜儝儞儣儧儨儬儭儯儱儳儴儵儸儹兂兊兏兓兕兗兘兟兤兦兾冃冄冋冎冘冝冡冣冭冸冺冼冾冿凂\"],[\"8fb3a1\",\"凈减凑凒凓凕凘凞凢凥凮凲凳凴凷刁刂刅划刓刕刖刘刢刨刱刲刵刼剅剉剕剗剘剚剜剟剠剡剦剮剷剸剹劀劂劅劊劌劓劕劖劗劘劚劜劤劥劦劧劯劰劶劷劸劺劻劽勀勄勆勈勌勏勑勔勖勛勜勡勥勨勩勪勬勰勱勴勶勷匀匃匊匋\"],[\"8fb4a1\",\"匌匑匓匘匛匜匞匟匥匧匨匩匫匬匭匰匲匵匼匽匾卂卌卋卙卛卡卣卥卬卭卲卹卾厃厇厈厎厓厔厙厝厡厤厪厫厯厲厴厵厷厸厺厽叀叅叏叒叓叕叚叝叞叠另叧叵吂吓吚吡吧吨吪启吱吴吵呃呄呇呍呏呞呢呤呦呧呩呫呭呮呴呿\"],[\"8fb5a1\",\"咁咃咅咈咉咍咑咕咖咜咟咡咦咧咩咪咭咮咱咷咹咺咻咿哆哊响哎哠哪哬哯哶哼哾哿唀唁唅唈唉唌唍唎唕唪唫唲唵唶唻唼唽啁啇啉啊啍啐啑啘啚啛啞啠啡啤啦啿喁喂喆喈喎喏喑喒喓喔喗喣喤喭喲喿嗁嗃嗆嗉嗋嗌嗎嗑嗒\"],[\"8fb6a1\",\"嗓嗗嗘嗛嗞嗢嗩嗶嗿嘅嘈嘊嘍\",5,\"嘙嘬嘰嘳嘵嘷嘹嘻嘼嘽嘿噀噁噃噄噆噉噋噍噏噔噞噠噡噢噣噦噩噭噯噱噲噵嚄嚅嚈嚋嚌嚕嚙嚚嚝嚞嚟嚦嚧嚨嚩嚫嚬嚭嚱嚳嚷嚾囅囉囊囋囏囐囌囍囙囜囝囟囡囤\",4,\"囱囫园\"],[\"8fb7a1\",\"囶囷圁圂圇圊圌圑圕圚圛圝圠圢圣圤圥圩圪圬圮圯圳圴圽圾圿坅坆坌坍坒坢坥坧坨坫坭\",4,\"坳坴坵坷坹坺坻坼坾垁垃垌垔垗垙垚垜垝垞垟垡垕垧垨垩垬垸垽埇埈埌埏埕埝埞埤埦埧埩埭埰埵埶埸埽埾埿堃堄堈堉埡\"],[\"8fb8a1\",\"堌堍堛堞堟堠堦堧堭堲堹堿塉塌塍塏塐塕塟塡塤塧塨塸塼塿墀墁墇墈墉墊墌墍墏墐墔墖墝墠墡墢墦墩墱墲壄墼壂壈壍壎壐壒壔壖壚壝壡壢壩壳夅夆夋夌夒夓夔虁夝夡夣夤夨夯夰夳夵夶夿奃奆奒奓奙奛奝奞奟奡奣奫奭\"],[\"8fb9a1\",\"奯奲奵奶她奻奼妋妌妎妒妕妗妟妤妧妭妮妯妰妳妷妺妼姁姃姄姈姊姍姒姝姞姟姣姤姧姮姯姱姲姴姷娀娄娌娍娎娒娓娞娣娤娧娨娪娭娰婄婅婇婈婌婐婕婞婣婥婧婭婷婺婻婾媋媐媓媖媙媜媞媟媠媢媧媬媱媲媳媵媸媺媻媿\"],[\"8fbaa1\",\"嫄嫆嫈嫏嫚嫜嫠嫥嫪嫮嫵嫶嫽嬀嬁嬈嬗嬴嬙嬛嬝嬡嬥嬭嬸孁孋孌孒孖孞孨孮孯孼孽孾孿宁宄宆宊宎宐宑宓宔宖宨宩宬宭宯宱宲宷宺宼寀寁寍寏寖\",4,\"寠寯寱寴寽尌尗尞尟尣尦尩尫尬尮尰尲尵尶屙屚屜屢屣屧屨屩\"],[\"8fbba1\",\"屭屰屴屵屺屻屼屽岇岈岊岏岒岝岟岠岢岣岦岪岲岴岵岺峉峋峒峝峗峮峱峲峴崁崆崍崒崫崣崤崦崧崱崴崹崽崿嵂嵃嵆嵈嵕嵑嵙嵊嵟嵠嵡嵢嵤嵪嵭嵰嵹嵺嵾嵿嶁嶃嶈嶊嶒嶓嶔嶕嶙嶛嶟嶠嶧嶫嶰嶴嶸嶹巃巇巋巐巎巘巙巠巤\"],[\"8fbca1\",\"巩巸巹帀帇帍帒帔帕帘帟帠帮帨帲帵帾幋幐幉幑幖幘幛幜幞幨幪\",4,\"幰庀庋庎庢庤庥庨庪庬庱庳庽庾庿廆廌廋廎廑廒廔廕廜廞廥廫异弆弇弈弎弙弜弝弡弢弣弤弨弫弬弮弰弴弶弻弽弿彀彄彅彇彍彐彔彘彛彠彣彤彧\"],[\"8fbda1\",\"彯彲彴彵彸彺彽彾徉徍徏徖徜徝徢徧徫徤徬徯徰徱徸忄忇忈忉忋忐\",4,\"忞忡忢忨忩忪忬忭忮忯忲忳忶忺忼怇怊怍怓怔怗怘怚怟怤怭怳怵恀恇恈恉恌恑恔恖恗恝恡恧恱恾恿悂悆悈悊悎悑悓悕悘悝悞悢悤悥您悰悱悷\"],[\"8fbea1\",\"悻悾惂惄惈惉惊惋惎惏惔惕惙惛惝惞惢惥惲惵惸惼惽愂愇愊愌愐\",4,\"愖愗愙愜愞愢愪愫愰愱愵愶愷愹慁慅慆慉慞慠慬慲慸慻慼慿憀憁憃憄憋憍憒憓憗憘憜憝憟憠憥憨憪憭憸憹憼懀懁懂懎懏懕懜懝懞懟懡懢懧懩懥\"],[\"8fbfa1\",\"懬懭懯戁戃戄戇戓戕戜戠戢戣戧戩戫戹戽扂扃扄扆扌扐扑扒扔扖扚扜扤扭扯扳扺扽抍抎抏抐抦抨抳抶抷抺抾抿拄拎拕拖拚拪拲拴拼拽挃挄挊挋挍挐挓挖挘挩挪挭挵挶挹挼捁捂捃捄捆捊捋捎捒捓捔捘捛捥捦捬捭捱捴捵\"],[\"8fc0a1\",\"捸捼捽捿掂掄掇掊掐掔掕掙掚掞掤掦掭掮掯掽揁揅揈揎揑揓揔揕揜揠揥揪揬揲揳揵揸揹搉搊搐搒搔搘搞搠搢搤搥搩搪搯搰搵搽搿摋摏摑摒摓摔摚摛摜摝摟摠摡摣摭摳摴摻摽撅撇撏撐撑撘撙撛撝撟撡撣撦撨撬撳撽撾撿\"],[\"8fc1a1\",\"擄擉擊擋擌擎擐擑擕擗擤擥擩擪擭擰擵擷擻擿攁攄攈攉攊攏攓攔攖攙攛攞攟攢攦攩攮攱攺攼攽敃敇敉敐敒敔敟敠敧敫敺敽斁斅斊斒斕斘斝斠斣斦斮斲斳斴斿旂旈旉旎旐旔旖旘旟旰旲旴旵旹旾旿昀昄昈昉昍昑昒昕昖昝\"],[\"8fc2a1\",\"昞昡昢昣昤昦昩昪昫昬昮昰昱昳昹昷晀晅晆晊晌晑晎晗晘晙晛晜晠晡曻晪晫晬晾晳晵晿晷晸晹晻暀晼暋暌暍暐暒暙暚暛暜暟暠暤暭暱暲暵暻暿曀曂曃曈曌曎曏曔曛曟曨曫曬曮曺朅朇朎朓朙朜朠朢朳朾杅杇杈杌杔杕杝\"],[\"8fc3a1\",\"杦杬杮杴杶杻极构枎枏枑枓枖枘枙枛枰枱枲枵枻枼枽柹柀柂柃柅柈柉柒柗柙柜柡柦柰柲柶柷桒栔栙栝栟栨栧栬栭栯栰栱栳栻栿桄桅桊桌桕桗桘桛桫桮\",4,\"桵桹桺桻桼梂梄梆梈梖梘梚梜梡梣梥梩梪梮梲梻棅棈棌棏\"],[\"8fc4a1\",\"棐棑棓棖棙棜棝棥棨棪棫棬棭棰棱棵棶棻棼棽椆椉椊椐椑椓椖椗椱椳椵椸椻楂楅楉楎楗楛楣楤楥楦楨楩楬楰楱楲楺楻楿榀榍榒榖榘榡榥榦榨榫榭榯榷榸榺榼槅槈槑槖槗槢槥槮槯槱槳槵槾樀樁樃樏樑樕樚樝樠樤樨樰樲\"],[\"8fc5a1\",\"樴樷樻樾樿橅橆橉橊橎橐橑橒橕橖橛橤橧橪橱橳橾檁檃檆檇檉檋檑檛檝檞檟檥檫檯檰檱檴檽檾檿櫆櫉櫈櫌櫐櫔櫕櫖櫜櫝櫤櫧櫬櫰櫱櫲櫼櫽欂欃欆欇欉欏欐欑欗欛欞欤欨欫欬欯欵欶欻欿歆歊歍歒歖歘歝歠歧歫歮歰歵歽\"],[\"8fc6a1\",\"歾殂殅殗殛殟殠殢殣殨殩殬殭殮殰殸殹殽殾毃毄毉毌毖毚毡毣毦毧毮毱毷毹毿氂氄氅氉氍氎氐氒氙氟氦氧氨氬氮氳氵氶氺氻氿汊汋汍汏汒汔汙汛汜汫汭汯汴汶汸汹汻沅沆沇沉沔沕沗沘沜沟沰沲沴泂泆泍泏泐泑泒泔泖\"],[\"8fc7a1\",\"泚泜泠泧泩泫泬泮泲泴洄洇洊洎洏洑洓洚洦洧洨汧洮洯洱洹洼洿浗浞浟浡浥浧浯浰浼涂涇涑涒涔涖涗涘涪涬涴涷涹涽涿淄淈淊淎淏淖淛淝淟淠淢淥淩淯淰淴淶淼渀渄渞渢渧渲渶渹渻渼湄湅湈湉湋湏湑湒湓湔湗湜湝湞\"],[\"8fc8a1\",\"湢湣湨湳湻湽溍溓溙溠溧溭溮溱溳溻溿滀滁滃滇滈滊滍滎滏滫滭滮滹滻滽漄漈漊漌漍漖漘漚漛漦漩漪漯漰漳漶漻漼漭潏潑潒潓潗潙潚潝潞潡潢潨潬潽潾澃澇澈澋澌澍澐澒澓澔澖澚澟澠澥澦澧澨澮澯澰澵澶澼濅濇濈濊\"],[\"8fc9a1\",\"濚濞濨濩濰濵濹濼濽瀀瀅瀆瀇瀍瀗瀠瀣瀯瀴瀷瀹瀼灃灄灈灉灊灋灔灕灝灞灎灤灥灬灮灵灶灾炁炅炆炔\",4,\"炛炤炫炰炱炴炷烊烑烓烔烕烖烘烜烤烺焃\",4,\"焋焌焏焞焠焫焭焯焰焱焸煁煅煆煇煊煋煐煒煗煚煜煞煠\"],[\"8fcaa1\",\"煨煹熀熅熇熌熒熚熛熠熢熯熰熲熳熺熿燀燁燄燋燌燓燖燙燚燜燸燾爀爇爈爉爓爗爚爝爟爤爫爯爴爸爹牁牂牃牅牎牏牐牓牕牖牚牜牞牠牣牨牫牮牯牱牷牸牻牼牿犄犉犍犎犓犛犨犭犮犱犴犾狁狇狉狌狕狖狘狟狥狳狴狺狻\"],[\"8fcba1\",\"狾猂猄猅猇猋猍猒猓猘猙猞猢猤猧猨猬猱猲猵猺猻猽獃獍獐獒獖獘獝獞獟獠獦獧獩獫獬獮獯獱獷獹獼玀玁玃玅玆玎玐玓玕玗玘玜玞玟玠玢玥玦玪玫玭玵玷玹玼玽玿珅珆珉珋珌珏珒珓珖珙珝珡珣珦珧珩珴珵珷珹珺珻珽\"],[\"8fcca1\",\"珿琀琁琄琇琊琑琚琛琤琦琨\",9,\"琹瑀瑃瑄瑆瑇瑋瑍瑑瑒瑗瑝瑢瑦瑧瑨瑫瑭瑮瑱瑲璀璁璅璆璇璉璏璐璑璒璘璙璚璜璟璠璡璣璦璨璩璪璫璮璯璱璲璵璹璻璿瓈瓉瓌瓐瓓瓘瓚瓛瓞瓟瓤瓨瓪瓫瓯瓴瓺瓻瓼瓿甆\"],[\"8fcda1\",\"甒甖甗甠甡甤甧甩甪甯甶甹甽甾甿畀畃畇畈畎畐畒畗畞畟畡畯畱畹\",5,\"疁疅疐疒疓疕疙疜疢疤疴疺疿痀痁痄痆痌痎痏痗痜痟痠痡痤痧痬痮痯痱痹瘀瘂瘃瘄瘇瘈瘊瘌瘏瘒瘓瘕瘖瘙瘛瘜瘝瘞瘣瘥瘦瘩瘭瘲瘳瘵瘸瘹\"],[\"8fcea1\",\"瘺瘼癊癀癁癃癄癅癉癋癕癙癟癤癥癭癮癯癱癴皁皅皌皍皕皛皜皝皟皠皢\",6,\"皪皭皽盁盅盉盋盌盎盔盙盠盦盨盬盰盱盶盹盼眀眆眊眎眒眔眕眗眙眚眜眢眨眭眮眯眴眵眶眹眽眾睂睅睆睊睍睎睏睒睖睗睜睞睟睠睢\"],[\"8fcfa1\",\"睤睧睪睬睰睲睳睴睺睽瞀瞄瞌瞍瞔瞕瞖瞚瞟瞢瞧瞪瞮瞯瞱瞵瞾矃矉矑矒矕矙矞矟矠矤矦矪矬矰矱矴矸矻砅砆砉砍砎砑砝砡砢砣砭砮砰砵砷硃硄硇硈硌硎硒硜硞硠硡硣硤硨硪确硺硾碊碏碔碘碡碝碞碟碤碨碬碭碰碱碲碳\"],[\"8fd0a1\",\"碻碽碿磇磈磉磌磎磒磓磕磖磤磛磟磠磡磦磪磲磳礀磶磷磺磻磿礆礌礐礚礜礞礟礠礥礧礩礭礱礴礵礻礽礿祄祅祆祊祋祏祑祔祘祛祜祧祩祫祲祹祻祼祾禋禌禑禓禔禕禖禘禛禜禡禨禩禫禯禱禴禸离秂秄秇秈秊秏秔秖秚秝秞\"],[\"8fd1a1\",\"秠秢秥秪秫秭秱秸秼稂稃稇稉稊稌稑稕稛稞稡稧稫稭稯稰稴稵稸稹稺穄穅穇穈穌穕穖穙穜穝穟穠穥穧穪穭穵穸穾窀窂窅窆窊窋窐窑窔窞窠窣窬窳窵窹窻窼竆竉竌竎竑竛竨竩竫竬竱竴竻竽竾笇笔笟笣笧笩笪笫笭笮笯笰\"],[\"8fd2a1\",\"笱笴笽笿筀筁筇筎筕筠筤筦筩筪筭筯筲筳筷箄箉箎箐箑箖箛箞箠箥箬箯箰箲箵箶箺箻箼箽篂篅篈篊篔篖篗篙篚篛篨篪篲篴篵篸篹篺篼篾簁簂簃簄簆簉簋簌簎簏簙簛簠簥簦簨簬簱簳簴簶簹簺籆籊籕籑籒籓籙\",5],[\"8fd3a1\",\"籡籣籧籩籭籮籰籲籹籼籽粆粇粏粔粞粠粦粰粶粷粺粻粼粿糄糇糈糉糍糏糓糔糕糗糙糚糝糦糩糫糵紃紇紈紉紏紑紒紓紖紝紞紣紦紪紭紱紼紽紾絀絁絇絈絍絑絓絗絙絚絜絝絥絧絪絰絸絺絻絿綁綂綃綅綆綈綋綌綍綑綖綗綝\"],[\"8fd4a1\",\"綞綦綧綪綳綶綷綹緂\",4,\"緌緍緎緗緙縀緢緥緦緪緫緭緱緵緶緹緺縈縐縑縕縗縜縝縠縧縨縬縭縯縳縶縿繄繅繇繎繐繒繘繟繡繢繥繫繮繯繳繸繾纁纆纇纊纍纑纕纘纚纝纞缼缻缽缾缿罃罄罇罏罒罓罛罜罝罡罣罤罥罦罭\"],[\"8fd5a1\",\"罱罽罾罿羀羋羍羏羐羑羖羗羜羡羢羦羪羭羴羼羿翀翃翈翎翏翛翟翣翥翨翬翮翯翲翺翽翾翿耇耈耊耍耎耏耑耓耔耖耝耞耟耠耤耦耬耮耰耴耵耷耹耺耼耾聀聄聠聤聦聭聱聵肁肈肎肜肞肦肧肫肸肹胈胍胏胒胔胕胗胘胠胭胮\"],[\"8fd6a1\",\"胰胲胳胶胹胺胾脃脋脖脗脘脜脞脠脤脧脬脰脵脺脼腅腇腊腌腒腗腠腡腧腨腩腭腯腷膁膐膄膅膆膋膎膖膘膛膞膢膮膲膴膻臋臃臅臊臎臏臕臗臛臝臞臡臤臫臬臰臱臲臵臶臸臹臽臿舀舃舏舓舔舙舚舝舡舢舨舲舴舺艃艄艅艆\"],[\"8fd7a1\",\"艋艎艏艑艖艜艠艣艧艭艴艻艽艿芀芁芃芄芇芉芊芎芑芔芖芘芚芛芠芡芣芤芧芨芩芪芮芰芲芴芷芺芼芾芿苆苐苕苚苠苢苤苨苪苭苯苶苷苽苾茀茁茇茈茊茋荔茛茝茞茟茡茢茬茭茮茰茳茷茺茼茽荂荃荄荇荍荎荑荕荖荗荰荸\"],[\"8fd8a1\",\"荽荿莀莂莄莆莍莒莔莕莘莙莛莜莝莦莧莩莬莾莿菀菇菉菏菐菑菔菝荓菨菪菶菸菹菼萁萆萊萏萑萕萙莭萯萹葅葇葈葊葍葏葑葒葖葘葙葚葜葠葤葥葧葪葰葳葴葶葸葼葽蒁蒅蒒蒓蒕蒞蒦蒨蒩蒪蒯蒱蒴蒺蒽蒾蓀蓂蓇蓈蓌蓏蓓\"],[\"8fd9a1\",\"蓜蓧蓪蓯蓰蓱蓲蓷蔲蓺蓻蓽蔂蔃蔇蔌蔎蔐蔜蔞蔢蔣蔤蔥蔧蔪蔫蔯蔳蔴蔶蔿蕆蕏\",4,\"蕖蕙蕜\",6,\"蕤蕫蕯蕹蕺蕻蕽蕿薁薅薆薉薋薌薏薓薘薝薟薠薢薥薧薴薶薷薸薼薽薾薿藂藇藊藋藎薭藘藚藟藠藦藨藭藳藶藼\"],[\"8fdaa1\",\"藿蘀蘄蘅蘍蘎蘐蘑蘒蘘蘙蘛蘞蘡蘧蘩蘶蘸蘺蘼蘽虀虂虆虒虓虖虗虘虙虝虠\",4,\"虩虬虯虵虶虷虺蚍蚑蚖蚘蚚蚜蚡蚦蚧蚨蚭蚱蚳蚴蚵蚷蚸蚹蚿蛀蛁蛃蛅蛑蛒蛕蛗蛚蛜蛠蛣蛥蛧蚈蛺蛼蛽蜄蜅蜇蜋蜎蜏蜐蜓蜔蜙蜞蜟蜡蜣\"],[\"8fdba1\",\"蜨蜮蜯蜱蜲蜹蜺蜼蜽蜾蝀蝃蝅蝍蝘蝝蝡蝤蝥蝯蝱蝲蝻螃\",6,\"螋螌螐螓螕螗螘螙螞螠螣螧螬螭螮螱螵螾螿蟁蟈蟉蟊蟎蟕蟖蟙蟚蟜蟟蟢蟣蟤蟪蟫蟭蟱蟳蟸蟺蟿蠁蠃蠆蠉蠊蠋蠐蠙蠒蠓蠔蠘蠚蠛蠜蠞蠟蠨蠭蠮蠰蠲蠵\"],[\"8fdca1\",\"蠺蠼衁衃衅衈衉衊衋衎衑衕衖衘衚衜衟衠衤衩衱衹衻袀袘袚袛袜袟袠袨袪袺袽袾裀裊\",4,\"裑裒裓裛裞裧裯裰裱裵裷褁褆褍褎褏褕褖褘褙褚褜褠褦褧褨褰褱褲褵褹褺褾襀襂襅襆襉襏襒襗襚襛襜襡襢襣襫襮襰襳襵襺\"],[\"8fdda1\",\"襻襼襽覉覍覐覔覕覛覜覟覠覥覰覴覵覶覷覼觔\",4,\"觥觩觫觭觱觳觶觹觽觿訄訅訇訏訑訒訔訕訞訠訢訤訦訫訬訯訵訷訽訾詀詃詅詇詉詍詎詓詖詗詘詜詝詡詥詧詵詶詷詹詺詻詾詿誀誃誆誋誏誐誒誖誗誙誟誧誩誮誯誳\"],[\"8fdea1\",\"誶誷誻誾諃諆諈諉諊諑諓諔諕諗諝諟諬諰諴諵諶諼諿謅謆謋謑謜謞謟謊謭謰謷謼譂\",4,\"譈譒譓譔譙譍譞譣譭譶譸譹譼譾讁讄讅讋讍讏讔讕讜讞讟谸谹谽谾豅豇豉豋豏豑豓豔豗豘豛豝豙豣豤豦豨豩豭豳豵豶豻豾貆\"],[\"8fdfa1\",\"貇貋貐貒貓貙貛貜貤貹貺賅賆賉賋賏賖賕賙賝賡賨賬賯賰賲賵賷賸賾賿贁贃贉贒贗贛赥赩赬赮赿趂趄趈趍趐趑趕趞趟趠趦趫趬趯趲趵趷趹趻跀跅跆跇跈跊跎跑跔跕跗跙跤跥跧跬跰趼跱跲跴跽踁踄踅踆踋踑踔踖踠踡踢\"],[\"8fe0a1\",\"踣踦踧踱踳踶踷踸踹踽蹀蹁蹋蹍蹎蹏蹔蹛蹜蹝蹞蹡蹢蹩蹬蹭蹯蹰蹱蹹蹺蹻躂躃躉躐躒躕躚躛躝躞躢躧躩躭躮躳躵躺躻軀軁軃軄軇軏軑軔軜軨軮軰軱軷軹軺軭輀輂輇輈輏輐輖輗輘輞輠輡輣輥輧輨輬輭輮輴輵輶輷輺轀轁\"],[\"8fe1a1\",\"轃轇轏轑\",4,\"轘轝轞轥辝辠辡辤辥辦辵辶辸达迀迁迆迊迋迍运迒迓迕迠迣迤迨迮迱迵迶迻迾适逄逈逌逘逛逨逩逯逪逬逭逳逴逷逿遃遄遌遛遝遢遦遧遬遰遴遹邅邈邋邌邎邐邕邗邘邙邛邠邡邢邥邰邲邳邴邶邽郌邾郃\"],[\"8fe2a1\",\"郄郅郇郈郕郗郘郙郜郝郟郥郒郶郫郯郰郴郾郿鄀鄄鄅鄆鄈鄍鄐鄔鄖鄗鄘鄚鄜鄞鄠鄥鄢鄣鄧鄩鄮鄯鄱鄴鄶鄷鄹鄺鄼鄽酃酇酈酏酓酗酙酚酛酡酤酧酭酴酹酺酻醁醃醅醆醊醎醑醓醔醕醘醞醡醦醨醬醭醮醰醱醲醳醶醻醼醽醿\"],[\"8fe3a1\",\"釂釃釅釓釔釗釙釚釞釤釥釩釪釬\",5,\"釷釹釻釽鈀鈁鈄鈅鈆鈇鈉鈊鈌鈐鈒鈓鈖鈘鈜鈝鈣鈤鈥鈦鈨鈮鈯鈰鈳鈵鈶鈸鈹鈺鈼鈾鉀鉂鉃鉆鉇鉊鉍鉎鉏鉑鉘鉙鉜鉝鉠鉡鉥鉧鉨鉩鉮鉯鉰鉵\",4,\"鉻鉼鉽鉿銈銉銊銍銎銒銗\"],[\"8fe4a1\",\"銙銟銠銤銥銧銨銫銯銲銶銸銺銻銼銽銿\",4,\"鋅鋆鋇鋈鋋鋌鋍鋎鋐鋓鋕鋗鋘鋙鋜鋝鋟鋠鋡鋣鋥鋧鋨鋬鋮鋰鋹鋻鋿錀錂錈錍錑錔錕錜錝錞錟錡錤錥錧錩錪錳錴錶錷鍇鍈鍉鍐鍑鍒鍕鍗鍘鍚鍞鍤鍥鍧鍩鍪鍭鍯鍰鍱鍳鍴鍶\"],[\"8fe5a1\",\"鍺鍽鍿鎀鎁鎂鎈鎊鎋鎍鎏鎒鎕鎘鎛鎞鎡鎣鎤鎦鎨鎫鎴鎵鎶鎺鎩鏁鏄鏅鏆鏇鏉\",4,\"鏓鏙鏜鏞鏟鏢鏦鏧鏹鏷鏸鏺鏻鏽鐁鐂鐄鐈鐉鐍鐎鐏鐕鐖鐗鐟鐮鐯鐱鐲鐳鐴鐻鐿鐽鑃鑅鑈鑊鑌鑕鑙鑜鑟鑡鑣鑨鑫鑭鑮鑯鑱鑲钄钃镸镹\"],[\"8fe6a1\",\"镾閄閈閌閍閎閝閞閟閡閦閩閫閬閴閶閺閽閿闆闈闉闋闐闑闒闓闙闚闝闞闟闠闤闦阝阞阢阤阥阦阬阱阳阷阸阹阺阼阽陁陒陔陖陗陘陡陮陴陻陼陾陿隁隂隃隄隉隑隖隚隝隟隤隥隦隩隮隯隳隺雊雒嶲雘雚雝雞雟雩雯雱雺霂\"],[\"8fe7a1\",\"霃霅霉霚霛霝霡霢霣霨霱霳靁靃靊靎靏靕靗靘靚靛靣靧靪靮靳靶靷靸靻靽靿鞀鞉鞕鞖鞗鞙鞚鞞鞟鞢鞬鞮鞱鞲鞵鞶鞸鞹鞺鞼鞾鞿韁韄韅韇韉韊韌韍韎韐韑韔韗韘韙韝韞韠韛韡韤韯韱韴韷韸韺頇頊頙頍頎頔頖頜頞頠頣頦\"],[\"8fe8a1\",\"頫頮頯頰頲頳頵頥頾顄顇顊顑顒顓顖顗顙顚顢顣顥顦顪顬颫颭颮颰颴颷颸颺颻颿飂飅飈飌飡飣飥飦飧飪飳飶餂餇餈餑餕餖餗餚餛餜餟餢餦餧餫餱\",4,\"餹餺餻餼饀饁饆饇饈饍饎饔饘饙饛饜饞饟饠馛馝馟馦馰馱馲馵\"],[\"8fe9a1\",\"馹馺馽馿駃駉駓駔駙駚駜駞駧駪駫駬駰駴駵駹駽駾騂騃騄騋騌騐騑騖騞騠騢騣騤騧騭騮騳騵騶騸驇驁驄驊驋驌驎驑驔驖驝骪骬骮骯骲骴骵骶骹骻骾骿髁髃髆髈髎髐髒髕髖髗髛髜髠髤髥髧髩髬髲髳髵髹髺髽髿\",4],[\"8feaa1\",\"鬄鬅鬈鬉鬋鬌鬍鬎鬐鬒鬖鬙鬛鬜鬠鬦鬫鬭鬳鬴鬵鬷鬹鬺鬽魈魋魌魕魖魗魛魞魡魣魥魦魨魪\",4,\"魳魵魷魸魹魿鮀鮄鮅鮆鮇鮉鮊鮋鮍鮏鮐鮔鮚鮝鮞鮦鮧鮩鮬鮰鮱鮲鮷鮸鮻鮼鮾鮿鯁鯇鯈鯎鯐鯗鯘鯝鯟鯥鯧鯪鯫鯯鯳鯷鯸\"],[\"8feba1\",\"鯹鯺鯽鯿鰀鰂鰋鰏鰑鰖鰘鰙鰚鰜鰞鰢鰣鰦\",4,\"鰱鰵鰶鰷鰽鱁鱃鱄鱅鱉鱊鱎鱏鱐鱓鱔鱖鱘鱛鱝鱞鱟鱣鱩鱪鱜鱫鱨鱮鱰鱲鱵鱷鱻鳦鳲鳷鳹鴋鴂鴑鴗鴘鴜鴝鴞鴯鴰鴲鴳鴴鴺鴼鵅鴽鵂鵃鵇鵊鵓鵔鵟鵣鵢鵥鵩鵪鵫鵰鵶鵷鵻\"],[\"8feca1\",\"鵼鵾鶃鶄鶆鶊鶍鶎鶒鶓鶕鶖鶗鶘鶡鶪鶬鶮鶱鶵鶹鶼鶿鷃鷇鷉鷊鷔鷕鷖鷗鷚鷞鷟鷠鷥鷧鷩鷫鷮鷰鷳鷴鷾鸊鸂鸇鸎鸐鸑鸒鸕鸖鸙鸜鸝鹺鹻鹼麀麂麃麄麅麇麎麏麖麘麛麞麤麨麬麮麯麰麳麴麵黆黈黋黕黟黤黧黬黭黮黰黱黲黵\"],[\"8feda1\",\"黸黿鼂鼃鼉鼏鼐鼑鼒鼔鼖鼗鼙鼚鼛鼟鼢鼦鼪鼫鼯鼱鼲鼴鼷鼹鼺鼼鼽鼿齁齃\",4,\"齓齕齖齗齘齚齝齞齨齩齭\",4,\"齳齵齺齽龏龐龑龒龔龖龗龞龡龢龣龥\"]]");
}));

var require_dbcs_data = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = {
		shiftjis: {
			type: "_dbcs",
			table: function() {
				return init_shiftjis(), __toCommonJS(shiftjis_exports).default;
			},
			encodeAdd: {
				"¥": 92,
				"‾": 126
			},
			encodeSkipVals: [{
				from: 60736,
				to: 63808
			}]
		},
		csshiftjis: "shiftjis",
		mskanji: "shiftjis",
		sjis: "shiftjis",
		windows31j: "shiftjis",
		ms31j: "shiftjis",
		xsjis: "shiftjis",
		windows932: "shiftjis",
		ms932: "shiftjis",
		932: "shiftjis",
		cp932: "shiftjis",
		eucjp: {
			type: "_dbcs",
			table: function() {
				return init_eucjp(), __toCommonJS(eucjp_exports).default;
			},
			encodeAdd: {
				"¥": 92,
				"‾": 126
			}
		},
		gb2312: "cp936",
		gb231280: "cp936",
		gb23121980: "cp936",
		csgb2312: "cp936",
		csiso58gb231280: "cp936",
		euccn: "cp936",
		windows936: "cp936",
		ms936: "cp936",
		936: "cp936",
		cp936: {
			type: "_dbcs",
			table: function() {
				return require__table_of_another_language();
			}
		},
		gbk: {
			type: "_dbcs",
			table: function() {
				return require__table_of_another_language().concat(require__table_of_another_language());
			}
		},
		xgbk: "gbk",
		isoir58: "gbk",
		gb18030: {
			type: "_dbcs",
			table: function() {
				return require__table_of_another_language().concat(require__table_of_another_language());
			},
			gb18030: function() {
				return require__table_of_another_language();
			},
			encodeSkipVals: [128],
			encodeAdd: { "€": 41699 }
		},
		chinese: "gb18030",
		windows949: "cp949",
		ms949: "cp949",
		949: "cp949",
		cp949: {
			type: "_dbcs",
			table: function() {
				return require__table_of_another_language();
			}
		},
		cseuckr: "cp949",
		csksc56011987: "cp949",
		euckr: "cp949",
		isoir149: "cp949",
		korean: "cp949",
		ksc56011987: "cp949",
		ksc56011989: "cp949",
		ksc5601: "cp949",
		windows950: "cp950",
		ms950: "cp950",
		950: "cp950",
		cp950: {
			type: "_dbcs",
			table: function() {
				return require__table_of_another_language();
			}
		},
		big5: "big5hkscs",
		big5hkscs: {
			type: "_dbcs",
			table: function() {
				return require__table_of_another_language().concat(require__table_of_another_language());
			},
			encodeSkipVals: [
				36457,
				36463,
				36478,
				36523,
				36532,
				36557,
				36560,
				36695,
				36713,
				36718,
				36811,
				36862,
				36973,
				36986,
				37060,
				37084,
				37105,
				37311,
				37551,
				37552,
				37553,
				37554,
				37585,
				37959,
				38090,
				38361,
				38652,
				39285,
				39798,
				39800,
				39803,
				39878,
				39902,
				39916,
				39926,
				40002,
				40019,
				40034,
				40040,
				40043,
				40055,
				40124,
				40125,
				40144,
				40279,
				40282,
				40388,
				40431,
				40443,
				40617,
				40687,
				40701,
				40800,
				40907,
				41079,
				41180,
				41183,
				36812,
				37576,
				38468,
				38637,
				41636,
				41637,
				41639,
				41638,
				41676,
				41678
			]
		},
		cnbig5: "big5hkscs",
		csbig5: "big5hkscs",
		xxbig5: "big5hkscs"
	};
}));

var require_encodings = /* @__PURE__ */ __commonJSMin(((exports) => {
	var mergeModules = require_merge_exports();
	var modules = [
		require_internal(),
		require_utf32(),
		require_utf16(),
		require_utf7(),
		require_sbcs_codec(),
		require__table_of_another_language(),
		require__table_of_another_language(),
		require_dbcs_codec(),
		require_dbcs_data()
	];
	for (var i = 0; i < modules.length; i++) {
		var module = modules[i];
		mergeModules(exports, module);
	}
}));

var require_streams = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var Buffer = require_safer().Buffer;
	module.exports = function(streamModule) {
		var Transform = streamModule.Transform;
		function IconvLiteEncoderStream(conv, options) {
			this.conv = conv;
			options = options || {};
			options.decodeStrings = false;
			Transform.call(this, options);
		}
		IconvLiteEncoderStream.prototype = Object.create(Transform.prototype, { constructor: { value: IconvLiteEncoderStream } });
		IconvLiteEncoderStream.prototype._transform = function(chunk, encoding, done) {
			if (typeof chunk !== "string") return done(/* @__PURE__ */ new Error("Iconv encoding stream needs strings as its input."));
			try {
				var res = this.conv.write(chunk);
				if (res && res.length) this.push(res);
				done();
			} catch (e) {
				done(e);
			}
		};
		IconvLiteEncoderStream.prototype._flush = function(done) {
			try {
				var res = this.conv.end();
				if (res && res.length) this.push(res);
				done();
			} catch (e) {
				done(e);
			}
		};
		IconvLiteEncoderStream.prototype.collect = function(cb) {
			var chunks = [];
			this.on("error", cb);
			this.on("data", function(chunk) {
				chunks.push(chunk);
			});
			this.on("end", function() {
				cb(null, Buffer.concat(chunks));
			});
			return this;
		};
		function IconvLiteDecoderStream(conv, options) {
			this.conv = conv;
			options = options || {};
			options.encoding = this.encoding = "utf8";
			Transform.call(this, options);
		}
		IconvLiteDecoderStream.prototype = Object.create(Transform.prototype, { constructor: { value: IconvLiteDecoderStream } });
		IconvLiteDecoderStream.prototype._transform = function(chunk, encoding, done) {
			if (!Buffer.isBuffer(chunk) && !(chunk instanceof Uint8Array)) return done(/* @__PURE__ */ new Error("Iconv decoding stream needs buffers as its input."));
			try {
				var res = this.conv.write(chunk);
				if (res && res.length) this.push(res, this.encoding);
				done();
			} catch (e) {
				done(e);
			}
		};
		IconvLiteDecoderStream.prototype._flush = function(done) {
			try {
				var res = this.conv.end();
				if (res && res.length) this.push(res, this.encoding);
				done();
			} catch (e) {
				done(e);
			}
		};
		IconvLiteDecoderStream.prototype.collect = function(cb) {
			var res = "";
			this.on("error", cb);
			this.on("data", function(chunk) {
				res += chunk;
			});
			this.on("end", function() {
				cb(null, res);
			});
			return this;
		};
		return {
			IconvLiteEncoderStream,
			IconvLiteDecoderStream
		};
	};
}));

var require_lib = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var Buffer = require_safer().Buffer;
	var bomHandling = require_bom_handling();
	var mergeModules = require_merge_exports();
	module.exports.encodings = null;
	module.exports.defaultCharUnicode = "�";
	module.exports.defaultCharSingleByte = "?";
	module.exports.encode = function encode(str, encoding, options) {
		str = "" + (str || "");
		var encoder = module.exports.getEncoder(encoding, options);
		var res = encoder.write(str);
		var trail = encoder.end();
		return trail && trail.length > 0 ? Buffer.concat([res, trail]) : res;
	};
	module.exports.decode = function decode(buf, encoding, options) {
		if (typeof buf === "string") {
			if (!module.exports.skipDecodeWarning) {
				console.error("Iconv-lite warning: decode()-ing strings is deprecated. Refer to https://github.com/ashtuchkin/iconv-lite/wiki/Use-Buffers-when-decoding");
				module.exports.skipDecodeWarning = true;
			}
			buf = Buffer.from("" + (buf || ""), "binary");
		}
		var decoder = module.exports.getDecoder(encoding, options);
		var res = decoder.write(buf);
		var trail = decoder.end();
		return trail ? res + trail : res;
	};
	module.exports.encodingExists = function encodingExists(enc) {
		try {
			module.exports.getCodec(enc);
			return true;
		} catch (e) {
			return false;
		}
	};
	module.exports.toEncoding = module.exports.encode;
	module.exports.fromEncoding = module.exports.decode;
	module.exports._codecDataCache = { __proto__: null };
	module.exports.getCodec = function getCodec(encoding) {
		if (!module.exports.encodings) {
			var raw = require_encodings();
			module.exports.encodings = { __proto__: null };
			mergeModules(module.exports.encodings, raw);
		}
		var enc = module.exports._canonicalizeEncoding(encoding);
		var codecOptions = {};
		while (true) {
			var codec = module.exports._codecDataCache[enc];
			if (codec) return codec;
			var codecDef = module.exports.encodings[enc];
			switch (typeof codecDef) {
				case "string":
					enc = codecDef;
					break;
				case "object":
					for (var key in codecDef) codecOptions[key] = codecDef[key];
					if (!codecOptions.encodingName) codecOptions.encodingName = enc;
					enc = codecDef.type;
					break;
				case "function":
					if (!codecOptions.encodingName) codecOptions.encodingName = enc;
					codec = new codecDef(codecOptions, module.exports);
					module.exports._codecDataCache[codecOptions.encodingName] = codec;
					return codec;
				default: throw new Error("Encoding not recognized: '" + encoding + "' (searched as: '" + enc + "')");
			}
		}
	};
	module.exports._canonicalizeEncoding = function(encoding) {
		return ("" + encoding).toLowerCase().replace(/:\d{4}$|[^0-9a-z]/g, "");
	};
	module.exports.getEncoder = function getEncoder(encoding, options) {
		var codec = module.exports.getCodec(encoding);
		var encoder = new codec.encoder(options, codec);
		if (codec.bomAware && options && options.addBOM) encoder = new bomHandling.PrependBOM(encoder, options);
		return encoder;
	};
	module.exports.getDecoder = function getDecoder(encoding, options) {
		var codec = module.exports.getCodec(encoding);
		var decoder = new codec.decoder(options, codec);
		if (codec.bomAware && !(options && options.stripBOM === false)) decoder = new bomHandling.StripBOM(decoder, options);
		return decoder;
	};
	module.exports.enableStreamingAPI = function enableStreamingAPI(streamModule) {
		if (module.exports.supportsStreams) return;
		var streams = require_streams()(streamModule);
		module.exports.IconvLiteEncoderStream = streams.IconvLiteEncoderStream;
		module.exports.IconvLiteDecoderStream = streams.IconvLiteDecoderStream;
		module.exports.encodeStream = function encodeStream(encoding, options) {
			return new module.exports.IconvLiteEncoderStream(module.exports.getEncoder(encoding, options), options);
		};
		module.exports.decodeStream = function decodeStream(encoding, options) {
			return new module.exports.IconvLiteDecoderStream(module.exports.getDecoder(encoding, options), options);
		};
		module.exports.supportsStreams = true;
	};
	var streamModule;
	try {
		streamModule = __require("stream");
	} catch (e) {}
	if (streamModule && streamModule.Transform) module.exports.enableStreamingAPI(streamModule);
	else module.exports.encodeStream = module.exports.decodeStream = function() {
		throw new Error("iconv-lite Streaming API is not enabled. Use iconv.enableStreamingAPI(require('stream')); to enable it.");
	};
}));

var import_lib = /* @__PURE__ */ __toESM(require_lib(), 1);
/**
* `HTTPException` must be used when a fatal error such as authentication failure occurs.
*
* @see {@link https://hono.dev/docs/api/exception}
*
* @param {StatusCode} status - status code of HTTPException
* @param {HTTPExceptionOptions} options - options of HTTPException
* @param {HTTPExceptionOptions["res"]} options.res - response of options of HTTPException
* @param {HTTPExceptionOptions["message"]} options.message - message of options of HTTPException
* @param {HTTPExceptionOptions["cause"]} options.cause - cause of options of HTTPException
*
* @example
* ```ts
* import { HTTPException } from 'hono/http-exception'
*
* // ...
*
* app.post('/auth', async (c, next) => {
*   // authentication
*   if (authorized === false) {
*     throw new HTTPException(401, { message: 'Custom error message' })
*   }
*   await next()
* })
* ```
*/
var HTTPException = class extends Error {
	res;
	status;
	/**
	* Creates an instance of `HTTPException`.
	* @param status - HTTP status code for the exception. Defaults to 500.
	* @param options - Additional options for the exception.
	*/
	constructor(status = 500, options) {
		super(options?.message, { cause: options?.cause });
		this.res = options?.res;
		this.status = status;
	}
	/**
	* Returns the response object associated with the exception.
	* If a response object is not provided, a new response is created with the error message and status code.
	* @returns The response object.
	*/
	getResponse() {
		if (this.res) return new Response(this.res.body, {
			status: this.status,
			headers: this.res.headers
		});
		return new Response(this.message, { status: this.status });
	}
};

var GET_MATCH_RESULT = Symbol();

var bufferToFormData = (arrayBuffer, contentType) => {
	return new Response(arrayBuffer, { headers: { "Content-Type": contentType.replace(/^[^;]+/, (mediaType) => mediaType.toLowerCase()) } }).formData();
};

var MAX_NESTED_OBJECTS = 1e4;
var isRawRequest = (request) => "headers" in request;
var parseBody = async (request, options = Object.create(null)) => {
	const { all = false, dot = false } = options;
	const mediaType = (isRawRequest(request) ? request.headers : request.raw.headers).get("Content-Type")?.split(";")[0].trim().toLowerCase();
	if (mediaType === "multipart/form-data" || mediaType === "application/x-www-form-urlencoded") return parseFormData(request, {
		all,
		dot
	});
	return {};
};
/**
* Parses form data from a request.
*
* @template T - The type of the parsed body data.
* @param {HonoRequest | Request} request - The request object containing form data.
* @param {ParseBodyOptions} options - Options for parsing the form data.
* @returns {Promise<T>} The parsed body data.
*/
async function parseFormData(request, options) {
	if (!isRawRequest(request) && request.bodyCache.formData) return convertFormDataToBodyData(await request.bodyCache.formData, options);
	const headers = isRawRequest(request) ? request.headers : request.raw.headers;
	const arrayBuffer = await request.arrayBuffer();
	const formDataPromise = bufferToFormData(arrayBuffer, headers.get("Content-Type") || "");
	if (!isRawRequest(request)) request.bodyCache.formData = formDataPromise;
	const formData = await formDataPromise;
	if (formData) return convertFormDataToBodyData(formData, options);
	return {};
}
/**
* Converts form data to body data based on the provided options.
*
* @template T - The type of the parsed body data.
* @param {FormData} formData - The form data to convert.
* @param {ParseBodyOptions} options - Options for parsing the form data.
* @returns {T} The converted body data.
*/
function convertFormDataToBodyData(formData, options) {
	const form = Object.create(null);
	const nestingState = { count: 0 };
	formData.forEach((value, key) => {
		if (!(options.all || key.endsWith("[]"))) form[key] = value;
		else handleParsingAllValues(form, key, value);
	});
	if (options.dot) Object.entries(form).forEach(([key, value]) => {
		if (key.includes(".")) {
			handleParsingNestedValues(form, key, value, nestingState);
			delete form[key];
		}
	});
	return form;
}
/**
* Handles parsing all values for a given key, supporting multiple values as arrays.
*
* @param {BodyData} form - The form data object.
* @param {string} key - The key to parse.
* @param {FormDataEntryValue} value - The value to assign.
*/
var handleParsingAllValues = (form, key, value) => {
	if (form[key] !== void 0) {
		if (Array.isArray(form[key])) form[key].push(value);
		else form[key] = [form[key], value];
	} else if (!key.endsWith("[]")) form[key] = value;
	else form[key] = [value];
};
/**
* Handles parsing nested values using dot notation keys.
*
* @param {BodyData} form - The form data object.
* @param {string} key - The dot notation key.
* @param {BodyDataValue} value - The value to assign.
* @param {{ count: number }} state - The state object tracking nesting depth.
*/
var handleParsingNestedValues = (form, key, value, state) => {
	if (/(?:^|\.)__proto__\./.test(key)) return;
	let nestedForm = form;
	const keys = key.split(".", 34);
	if (keys.length > 33) throwNestingLimitExceeded();
	keys.forEach((key, index) => {
		if (index === keys.length - 1) nestedForm[key] = value;
		else {
			if (!nestedForm[key] || typeof nestedForm[key] !== "object" || Array.isArray(nestedForm[key]) || nestedForm[key] instanceof File) {
				if (state.count++ >= MAX_NESTED_OBJECTS) throwNestingLimitExceeded();
				nestedForm[key] = Object.create(null);
			}
			nestedForm = nestedForm[key];
		}
	});
};
var throwNestingLimitExceeded = () => {
	throw new Error("Nesting limit exceeded");
};

var splitPath = (path) => {
	const paths = path.split("/");
	if (paths[0] === "") paths.shift();
	return paths;
};
var splitRoutingPath = (routePath) => {
	const { groups, path } = extractGroupsFromPath(routePath);
	const paths = splitPath(path);
	return replaceGroupMarks(paths, groups);
};
var extractGroupsFromPath = (path) => {
	const groups = [];
	path = path.replace(/\{[^}]+\}/g, (match, index) => {
		const mark = `@${index}`;
		groups.push([mark, match]);
		return mark;
	});
	return {
		groups,
		path
	};
};
var replaceGroupMarks = (paths, groups) => {
	for (let i = groups.length - 1; i >= 0; i--) {
		const [mark] = groups[i];
		for (let j = paths.length - 1; j >= 0; j--) if (paths[j].includes(mark)) {
			paths[j] = paths[j].replace(mark, groups[i][1]);
			break;
		}
	}
	return paths;
};
var patternCache = {};
var getPattern = (label, next) => {
	if (label === "*") return "*";
	const match = label.match(/^\:([^\{\}]+)(?:\{(.+)\})?$/);
	if (match) {
		const cacheKey = `${label}#${next}`;
		if (!patternCache[cacheKey]) {
			if (match[2]) patternCache[cacheKey] = next && next[0] !== ":" && next[0] !== "*" ? [
				cacheKey,
				match[1],
				new RegExp(`^${match[2]}(?=/${next})`)
			] : [
				label,
				match[1],
				new RegExp(`^${match[2]}$`)
			];
			else patternCache[cacheKey] = [
				label,
				match[1],
				true
			];
		}
		return patternCache[cacheKey];
	}
	return null;
};
var tryDecode = (str, decoder) => {
	try {
		return decoder(str);
	} catch {
		return str.replace(/(?:%[0-9A-Fa-f]{2})+/g, (match) => {
			try {
				return decoder(match);
			} catch {
				return match;
			}
		});
	}
};
var decodeURIWithPreservedPercent = (value) => decodeURI(value.includes("%25") ? value.replace(/%25/g, "%2525") : value);
var getPath = (request) => {
	const url = request.url;
	const start = url.indexOf("/", url.indexOf(":") + 4);
	let i = start;
	for (; i < url.length; i++) {
		const charCode = url.charCodeAt(i);
		if (charCode === 37) {
			const queryIndex = url.indexOf("?", i);
			const hashIndex = url.indexOf("#", i);
			const end = queryIndex === -1 ? hashIndex === -1 ? void 0 : hashIndex : hashIndex === -1 ? queryIndex : Math.min(queryIndex, hashIndex);
			const path = url.slice(start, end);
			const decoded = tryDecode(path, decodeURIWithPreservedPercent);
			if (/%(?![0-9A-Fa-f]{2})/.test(path)) {
				const rewritten = new URL("http://localhost");
				rewritten.pathname = decoded.replace(/[\\\t\n\r]/g, encodeURIComponent);
				if (tryDecode(rewritten.pathname, decodeURIWithPreservedPercent) !== decoded) return tryDecode(path.replace(/%(?![0-9A-Fa-f]{2})/g, "%25"), decodeURIWithPreservedPercent);
			}
			return decoded;
		} else if (charCode === 63 || charCode === 35) break;
	}
	return url.slice(start, i);
};
var getPathNoStrict = (request) => {
	const result = getPath(request);
	return result.length > 1 && result.at(-1) === "/" ? result.slice(0, -1) : result;
};
/**
* Merge paths.
* @param {string[]} ...paths - The paths to merge.
* @returns {string} The merged path.
* @example
* mergePath('/api', '/users') // '/api/users'
* mergePath('/api/', '/users') // '/api/users'
* mergePath('/api', '/') // '/api'
* mergePath('/api/', '/') // '/api/'
*/
var mergePath = (base, sub, ...rest) => {
	if (rest.length) sub = mergePath(sub, ...rest);
	return `${base?.[0] === "/" ? "" : "/"}${base}${sub === "/" ? "" : `${base?.at(-1) === "/" ? "" : "/"}${sub?.[0] === "/" ? sub.slice(1) : sub}`}`;
};
var checkOptionalParameter = (path) => {
	if (path.charCodeAt(path.length - 1) !== 63 || !path.includes(":")) return null;
	const segments = path.split("/");
	const results = [];
	let basePath = "";
	segments.forEach((segment) => {
		if (segment !== "" && !/\:/.test(segment)) basePath += "/" + segment;
		else if (/\:/.test(segment)) {
			if (segment.charCodeAt(segment.length - 1) === 63) {
				if (results.length === 0 && basePath === "") results.push("/");
				else results.push(basePath);
				const optionalSegment = segment.slice(0, -1);
				basePath += "/" + optionalSegment;
				results.push(basePath);
			} else basePath += "/" + segment;
		}
	});
	return results.filter((v, i, a) => a.indexOf(v) === i);
};
var tryDecodeURIComponent = (str) => str.indexOf("%") !== -1 ? tryDecode(str, decodeURIComponent_) : str;
var _decodeURI = (value) => {
	if (value.indexOf("+") !== -1) value = value.replace(/\+/g, " ");
	return tryDecodeURIComponent(value);
};
var _getQueryParam = (url, key, multiple) => {
	const hashIndex = url.indexOf("#", 8);
	if (hashIndex !== -1) url = url.slice(0, hashIndex);
	let encoded;
	if (!multiple && key && !/[%+&=]/.test(key)) {
		const queryIndex = url.indexOf("?", 8);
		let keyIndex = queryIndex;
		if (keyIndex === -1) return;
		if (!url.startsWith(key, keyIndex + 1)) keyIndex = url.indexOf(`&${key}`, keyIndex + 1);
		while (keyIndex !== -1) {
			const trailingKeyCode = url.charCodeAt(keyIndex + key.length + 1);
			if (trailingKeyCode === 61 || trailingKeyCode === 38 || isNaN(trailingKeyCode)) {
				if (keyIndex > queryIndex && /(?:^|&)[^=&]*[%+]/.test(url.slice(queryIndex + 1, keyIndex))) break;
				if (trailingKeyCode === 61) {
					const valueIndex = keyIndex + key.length + 2;
					const endIndex = url.indexOf("&", valueIndex);
					return _decodeURI(url.slice(valueIndex, endIndex === -1 ? void 0 : endIndex));
				}
				return "";
			}
			keyIndex = url.indexOf(`&${key}`, keyIndex + 1);
		}
		encoded = /[%+]/.test(url);
		if (!encoded) return;
	}
	const results = Object.create(null);
	encoded ??= /[%+]/.test(url);
	let keyIndex = url.indexOf("?", 8);
	while (keyIndex !== -1) {
		const nextKeyIndex = url.indexOf("&", keyIndex + 1);
		let valueIndex = url.indexOf("=", keyIndex);
		if (valueIndex > nextKeyIndex && nextKeyIndex !== -1) valueIndex = -1;
		let name = url.slice(keyIndex + 1, valueIndex === -1 ? nextKeyIndex === -1 ? void 0 : nextKeyIndex : valueIndex);
		if (encoded) name = _decodeURI(name);
		keyIndex = nextKeyIndex;
		if (name === "") continue;
		let value;
		if (valueIndex === -1) value = "";
		else {
			value = url.slice(valueIndex + 1, nextKeyIndex === -1 ? void 0 : nextKeyIndex);
			if (encoded) value = _decodeURI(value);
		}
		if (multiple) {
			if (!(results[name] && Array.isArray(results[name]))) results[name] = [];
			results[name].push(value);
		} else results[name] ??= value;
	}
	return key ? results[key] : results;
};
var getQueryParam = _getQueryParam;
var getQueryParams = (url, key) => {
	return _getQueryParam(url, key, true);
};
var decodeURIComponent_ = decodeURIComponent;

var HonoRequest = class {
	/**
	* `.raw` can get the raw Request object.
	*
	* @see {@link https://hono.dev/docs/api/request#raw}
	*
	* @example
	* ```ts
	* // For Cloudflare Workers
	* app.post('/', async (c) => {
	*   const metadata = c.req.raw.cf?.hostMetadata?
	*   ...
	* })
	* ```
	*/
	raw;
	#validatedData;
	#matchResult;
	routeIndex = 0;
	/**
	* `.path` can get the pathname of the request.
	*
	* @see {@link https://hono.dev/docs/api/request#path}
	*
	* @example
	* ```ts
	* app.get('/about/me', (c) => {
	*   const pathname = c.req.path // `/about/me`
	* })
	* ```
	*/
	path;
	bodyCache = {};
	constructor(request, path = "/", matchResult = [[]]) {
		this.raw = request;
		this.path = path;
		this.#matchResult = matchResult;
	}
	param(key) {
		return key ? this.#getDecodedParam(key) : this.#getAllDecodedParams();
	}
	#getDecodedParam(key) {
		const paramKey = this.#matchResult[0][this.routeIndex]?.[1][key];
		const param = this.#getParamValue(paramKey);
		return param && tryDecodeURIComponent(param);
	}
	#getAllDecodedParams() {
		const decoded = {};
		const keys = Object.keys(this.#matchResult[0][this.routeIndex]?.[1] ?? {});
		for (const key of keys) {
			const value = this.#getParamValue(this.#matchResult[0][this.routeIndex][1][key]);
			if (value !== void 0) decoded[key] = tryDecodeURIComponent(value);
		}
		return decoded;
	}
	#getParamValue(paramKey) {
		return this.#matchResult[1] ? this.#matchResult[1][paramKey] : paramKey;
	}
	query(key) {
		return getQueryParam(this.url, key);
	}
	queries(key) {
		return getQueryParams(this.url, key);
	}
	header(name) {
		if (name) return this.raw.headers.get(name) ?? void 0;
		const headerData = Object.create(null);
		this.raw.headers.forEach((value, key) => {
			headerData[key] = value;
		});
		return headerData;
	}
	async parseBody(options) {
		return parseBody(this, options);
	}
	#cachedBody = (key) => {
		const { bodyCache, raw } = this;
		const cachedBody = bodyCache[key];
		if (cachedBody) return cachedBody;
		for (const anyCachedKey in bodyCache) return bodyCache[anyCachedKey].then((body) => {
			if (anyCachedKey === "json") body = JSON.stringify(body);
			const contentType = anyCachedKey === "formData" ? void 0 : raw.headers.get("content-type");
			return new Response(body, { headers: contentType ? { "Content-Type": contentType } : void 0 })[key]();
		});
		return bodyCache[key] = raw[key]();
	};
	/**
	* `.json()` can parse Request body of type `application/json`
	*
	* @see {@link https://hono.dev/docs/api/request#json}
	*
	* @example
	* ```ts
	* app.post('/entry', async (c) => {
	*   const body = await c.req.json()
	* })
	* ```
	*/
	json() {
		return this.#cachedBody("text").then((text) => JSON.parse(text));
	}
	/**
	* `.text()` can parse Request body of type `text/plain`
	*
	* @see {@link https://hono.dev/docs/api/request#text}
	*
	* @example
	* ```ts
	* app.post('/entry', async (c) => {
	*   const body = await c.req.text()
	* })
	* ```
	*/
	text() {
		return this.#cachedBody("text");
	}
	/**
	* `.arrayBuffer()` parse Request body as an `ArrayBuffer`
	*
	* @see {@link https://hono.dev/docs/api/request#arraybuffer}
	*
	* @example
	* ```ts
	* app.post('/entry', async (c) => {
	*   const body = await c.req.arrayBuffer()
	* })
	* ```
	*/
	arrayBuffer() {
		return this.#cachedBody("arrayBuffer");
	}
	/**
	* `.bytes()` parses the request body as a `Uint8Array`.
	*
	* @see {@link https://hono.dev/docs/api/request#bytes}
	*
	* @example
	* ```ts
	* app.post('/entry', async (c) => {
	*   const body = await c.req.bytes()
	* })
	* ```
	*/
	bytes() {
		return this.#cachedBody("arrayBuffer").then((buffer) => new Uint8Array(buffer));
	}
	/**
	* Parses the request body as a `Blob`.
	* @example
	* ```ts
	* app.post('/entry', async (c) => {
	*   const body = await c.req.blob();
	* });
	* ```
	* @see https://hono.dev/docs/api/request#blob
	*/
	blob() {
		return this.#cachedBody("blob");
	}
	/**
	* Parses the request body as `FormData`.
	* @example
	* ```ts
	* app.post('/entry', async (c) => {
	*   const body = await c.req.formData();
	* });
	* ```
	* @see https://hono.dev/docs/api/request#formdata
	*/
	formData() {
		return this.#cachedBody("formData");
	}
	/**
	* Adds validated data to the request.
	*
	* @param target - The target of the validation.
	* @param data - The validated data to add.
	*/
	addValidatedData(target, data) {
		(this.#validatedData ??= {})[target] = data;
	}
	valid(target) {
		return this.#validatedData?.[target];
	}
	/**
	* `.url` can get the request url strings.
	*
	* @see {@link https://hono.dev/docs/api/request#url}
	*
	* @example
	* ```ts
	* app.get('/about/me', (c) => {
	*   const url = c.req.url // `http://localhost:8787/about/me`
	*   ...
	* })
	* ```
	*/
	get url() {
		return this.raw.url;
	}
	/**
	* `.method` can get the method name of the request.
	*
	* @see {@link https://hono.dev/docs/api/request#method}
	*
	* @example
	* ```ts
	* app.get('/about/me', (c) => {
	*   const method = c.req.method // `GET`
	* })
	* ```
	*/
	get method() {
		return this.raw.method;
	}
	get [GET_MATCH_RESULT]() {
		return this.#matchResult;
	}
	/**
	* `.matchedRoutes` can return a matched route in the handler
	*
	* @deprecated
	*
	* Use matchedRoutes helper defined in "hono/route" instead.
	*
	* @see {@link https://hono.dev/docs/api/request#matchedroutes}
	*
	* @example
	* ```ts
	* app.use('*', async function logger(c, next) {
	*   await next()
	*   c.req.matchedRoutes.forEach(({ handler, method, path }, i) => {
	*     const name = handler.name || (handler.length < 2 ? '[handler]' : '[middleware]')
	*     console.log(
	*       method,
	*       ' ',
	*       path,
	*       ' '.repeat(Math.max(10 - path.length, 0)),
	*       name,
	*       i === c.req.routeIndex ? '<- respond from here' : ''
	*     )
	*   })
	* })
	* ```
	*/
	get matchedRoutes() {
		return this.#matchResult[0].map(([[, route]]) => route);
	}
	/**
	* `.routePath` can retrieve the path registered within the handler
	*
	* @deprecated
	*
	* Use routePath helper defined in "hono/route" instead.
	*
	* @see {@link https://hono.dev/docs/api/request#routepath}
	*
	* @example
	* ```ts
	* app.get('/posts/:id', (c) => {
	*   return c.json({ path: c.req.routePath })
	* })
	* ```
	*/
	get routePath() {
		return this.#matchResult[0].map(([[, route]]) => route)[this.routeIndex].path;
	}
};

/**
* @module
* HTML utility.
*/
var HtmlEscapedCallbackPhase = {
	Stringify: 1,
	BeforeStream: 2,
	Stream: 3
};
var raw = (value, callbacks) => {
	const escapedString = new String(value);
	escapedString.isEscaped = true;
	escapedString.callbacks = callbacks;
	return escapedString;
};
var escapeRe = /[&<>'"]/;
var stringBufferToString = async (buffer, callbacks) => {
	let str = "";
	callbacks ||= [];
	const resolvedBuffer = await Promise.all(buffer);
	for (let i = resolvedBuffer.length - 1;; i--) {
		str += resolvedBuffer[i];
		i--;
		if (i < 0) break;
		let r = resolvedBuffer[i];
		if (r == null || typeof r === "boolean") continue;
		if (typeof r === "number") {
			str += r;
			continue;
		}
		if (typeof r === "object") callbacks.push(...r.callbacks || []);
		const isEscaped = r.isEscaped;
		r = await (typeof r === "object" ? r.toString() : r);
		if (typeof r === "object") callbacks.push(...r.callbacks || []);
		if (r.isEscaped ?? isEscaped) str += r;
		else {
			const buf = [str];
			escapeToBuffer(r, buf);
			str = buf[0];
		}
	}
	return raw(str, callbacks);
};
var escapeToBuffer = (str, buffer) => {
	const match = str.search(escapeRe);
	if (match === -1) {
		buffer[0] += str;
		return;
	}
	let escape;
	let index;
	let lastIndex = 0;
	for (index = match; index < str.length; index++) {
		switch (str.charCodeAt(index)) {
			case 34:
				escape = "&quot;";
				break;
			case 39:
				escape = "&#39;";
				break;
			case 38:
				escape = "&amp;";
				break;
			case 60:
				escape = "&lt;";
				break;
			case 62:
				escape = "&gt;";
				break;
			default: continue;
		}
		buffer[0] += str.substring(lastIndex, index) + escape;
		lastIndex = index + 1;
	}
	buffer[0] += str.substring(lastIndex, index);
};
var resolveCallbackSync = (str) => {
	const callbacks = str.callbacks;
	if (!callbacks?.length) return str;
	const buffer = [str];
	const context = {};
	callbacks.forEach((c) => c({
		phase: HtmlEscapedCallbackPhase.Stringify,
		buffer,
		context
	}));
	return buffer[0];
};
var resolveCallback = async (str, phase, preserveCallbacks, context, buffer) => {
	if (typeof str === "object" && !(str instanceof String)) {
		if (!(str instanceof Promise)) str = str.toString();
		if (str instanceof Promise) str = await str;
	}
	const callbacks = str.callbacks;
	if (!callbacks?.length) return Promise.resolve(str);
	if (buffer) buffer[0] += str;
	else buffer = [str];
	const resStr = Promise.all(callbacks.map((c) => c({
		phase,
		buffer,
		context
	}))).then((res) => Promise.all(res.filter(Boolean).map((str) => resolveCallback(str, phase, false, context, buffer))).then(() => buffer[0]));
	if (preserveCallbacks) return raw(await resStr, callbacks);
	else return resStr;
};

var TEXT_PLAIN = "text/plain; charset=UTF-8";
var setDefaultContentType = (contentType, headers) => {
	return {
		"Content-Type": contentType,
		...headers
	};
};
var createResponseInstance = (body, init) => new Response(body, init);
var Context = class {
	#rawRequest;
	#req;
	/**
	* `.env` can get bindings (environment variables, secrets, KV namespaces, D1 database, R2 bucket etc.) in Cloudflare Workers.
	*
	* @see {@link https://hono.dev/docs/api/context#env}
	*
	* @example
	* ```ts
	* // Environment object for Cloudflare Workers
	* app.get('*', async c => {
	*   const counter = c.env.COUNTER
	* })
	* ```
	*/
	env = {};
	#var;
	finalized = false;
	/**
	* `.error` can get the error object from the middleware if the Handler throws an error.
	*
	* @see {@link https://hono.dev/docs/api/context#error}
	*
	* @example
	* ```ts
	* app.use('*', async (c, next) => {
	*   await next()
	*   if (c.error) {
	*     // do something...
	*   }
	* })
	* ```
	*/
	error;
	#status;
	#executionCtx;
	#res;
	#layout;
	#renderer;
	#notFoundHandler;
	#preparedHeaders;
	#matchResult;
	#path;
	/**
	* Creates an instance of the Context class.
	*
	* @param req - The Request object.
	* @param options - Optional configuration options for the context.
	*/
	constructor(req, options) {
		this.#rawRequest = req;
		if (options) {
			this.#executionCtx = options.executionCtx;
			this.env = options.env;
			this.#notFoundHandler = options.notFoundHandler;
			this.#path = options.path;
			this.#matchResult = options.matchResult;
		}
	}
	/**
	* `.req` is the instance of {@link HonoRequest}.
	*/
	get req() {
		this.#req ??= new HonoRequest(this.#rawRequest, this.#path, this.#matchResult);
		return this.#req;
	}
	/**
	* @see {@link https://hono.dev/docs/api/context#event}
	* The FetchEvent associated with the current request.
	*
	* @throws Will throw an error if the context does not have a FetchEvent.
	*/
	get event() {
		if (this.#executionCtx && "respondWith" in this.#executionCtx) return this.#executionCtx;
		else throw Error("This context has no FetchEvent");
	}
	/**
	* @see {@link https://hono.dev/docs/api/context#executionctx}
	* The ExecutionContext associated with the current request.
	*
	* @throws Will throw an error if the context does not have an ExecutionContext.
	*/
	get executionCtx() {
		if (this.#executionCtx) return this.#executionCtx;
		else throw Error("This context has no ExecutionContext");
	}
	/**
	* @see {@link https://hono.dev/docs/api/context#res}
	* The Response object for the current request.
	*/
	get res() {
		return this.#res ||= createResponseInstance(null, { headers: this.#preparedHeaders ??= new Headers() });
	}
	/**
	* Sets the Response object for the current request.
	*
	* @param _res - The Response object to set.
	*/
	set res(_res) {
		if (this.#res && _res) {
			_res = createResponseInstance(_res.body, _res);
			for (const [k, v] of this.#res.headers.entries()) {
				if (k === "content-type") continue;
				if (k === "set-cookie") {
					const cookies = this.#res.headers.getSetCookie();
					_res.headers.delete("set-cookie");
					for (const cookie of cookies) _res.headers.append("set-cookie", cookie);
				} else _res.headers.set(k, v);
			}
		}
		this.#res = _res;
		this.finalized = true;
	}
	/**
	* `.render()` can create a response within a layout.
	*
	* @see {@link https://hono.dev/docs/api/context#render-setrenderer}
	*
	* @example
	* ```ts
	* app.get('/', (c) => {
	*   return c.render('Hello!')
	* })
	* ```
	*/
	render = (...args) => {
		this.#renderer ??= (content) => this.html(content);
		return this.#renderer(...args);
	};
	/**
	* Sets the layout for the response.
	*
	* @param layout - The layout to set.
	* @returns The layout function.
	*/
	setLayout = (layout) => this.#layout = layout;
	/**
	* Gets the current layout for the response.
	*
	* @returns The current layout function.
	*/
	getLayout = () => this.#layout;
	/**
	* `.setRenderer()` can set the layout in the custom middleware.
	*
	* @see {@link https://hono.dev/docs/api/context#render-setrenderer}
	*
	* @example
	* ```tsx
	* app.use('*', async (c, next) => {
	*   c.setRenderer((content) => {
	*     return c.html(
	*       <html>
	*         <body>
	*           <p>{content}</p>
	*         </body>
	*       </html>
	*     )
	*   })
	*   await next()
	* })
	* ```
	*/
	setRenderer = (renderer) => {
		this.#renderer = renderer;
	};
	/**
	* `.header()` can set headers.
	*
	* @see {@link https://hono.dev/docs/api/context#header}
	*
	* @example
	* ```ts
	* app.get('/welcome', (c) => {
	*   // Set headers
	*   c.header('X-Message', 'Hello!')
	*   c.header('Content-Type', 'text/plain')
	*
	*   // Append multiple headers using the append option (e.g. Vary)
	*   c.header('Vary', 'Accept-Encoding', { append: true })
	*   c.header('Vary', 'User-Agent', { append: true })
	*
	*   return c.body('Thank you for coming')
	* })
	* ```
	*/
	header = (name, value, options) => {
		if (this.finalized && !this.#res.bodyUsed) this.#res = createResponseInstance(this.#res.body, this.#res);
		const headers = this.#res ? this.#res.headers : this.#preparedHeaders ??= new Headers();
		if (value === void 0) headers.delete(name);
		else if (options?.append) headers.append(name, value);
		else headers.set(name, value);
	};
	status = (status) => {
		this.#status = status;
	};
	/**
	* `.set()` can set the value specified by the key.
	*
	* @see {@link https://hono.dev/docs/api/context#set-get}
	*
	* @example
	* ```ts
	* app.use('*', async (c, next) => {
	*   c.set('message', 'Hono is hot!!')
	*   await next()
	* })
	* ```
	*/
	set = (key, value) => {
		this.#var ??= /* @__PURE__ */ new Map();
		this.#var.set(key, value);
	};
	/**
	* `.get()` can use the value specified by the key.
	*
	* @see {@link https://hono.dev/docs/api/context#set-get}
	*
	* @example
	* ```ts
	* app.get('/', (c) => {
	*   const message = c.get('message')
	*   return c.text(`The message is "${message}"`)
	* })
	* ```
	*/
	get = (key) => {
		return this.#var ? this.#var.get(key) : void 0;
	};
	/**
	* `.var` can access the value of a variable.
	*
	* @see {@link https://hono.dev/docs/api/context#var}
	*
	* @example
	* ```ts
	* const result = c.var.client.oneMethod()
	* ```
	*/
	get var() {
		if (!this.#var) return {};
		return Object.fromEntries(this.#var);
	}
	#newResponse(data, arg, headers) {
		let responseHeaders = this.#res ? new Headers(this.#res.headers) : this.#preparedHeaders;
		if (typeof arg === "object" && arg.headers) {
			responseHeaders ??= new Headers();
			for (const [key, value] of new Headers(arg.headers)) if (key === "set-cookie") responseHeaders.append(key, value);
			else responseHeaders.set(key, value);
		}
		if (headers) {
			if (!responseHeaders) {
				let count = 0;
				for (const k in headers) if (++count > 1 || typeof headers[k] !== "string") {
					responseHeaders = new Headers();
					break;
				}
			}
			if (responseHeaders) for (const k in headers) {
				const v = headers[k];
				if (typeof v === "string") responseHeaders.set(k, v);
				else {
					responseHeaders.delete(k);
					for (const v2 of v) responseHeaders.append(k, v2);
				}
			}
		}
		const status = typeof arg === "number" ? arg : arg?.status ?? this.#status;
		return createResponseInstance(data, {
			status,
			headers: responseHeaders ?? headers
		});
	}
	newResponse = (...args) => this.#newResponse(...args);
	/**
	* `.body()` can return the HTTP response.
	* You can set headers with `.header()` and set HTTP status code with `.status`.
	* This can also be set in `.text()`, `.json()` and so on.
	*
	* @see {@link https://hono.dev/docs/api/context#body}
	*
	* @example
	* ```ts
	* app.get('/welcome', (c) => {
	*   // Set headers
	*   c.header('X-Message', 'Hello!')
	*   c.header('Content-Type', 'text/plain')
	*   // Set HTTP status code
	*   c.status(201)
	*
	*   // Return the response body
	*   return c.body('Thank you for coming')
	* })
	* ```
	*/
	body = (data, arg, headers) => this.#newResponse(data, arg, headers);
	/**
	* `.text()` can render text as `Content-Type:text/plain`.
	*
	* @see {@link https://hono.dev/docs/api/context#text}
	*
	* @example
	* ```ts
	* app.get('/say', (c) => {
	*   return c.text('Hello!')
	* })
	* ```
	*/
	text = (text, arg, headers) => {
		return !this.#preparedHeaders && !this.#status && !arg && !headers && !this.finalized ? new Response(text) : this.#newResponse(text, arg, setDefaultContentType(TEXT_PLAIN, headers));
	};
	/**
	* `.json()` can render JSON as `Content-Type:application/json`.
	*
	* @see {@link https://hono.dev/docs/api/context#json}
	*
	* @example
	* ```ts
	* app.get('/api', (c) => {
	*   return c.json({ message: 'Hello!' })
	* })
	* ```
	*/
	json = (object, arg, headers) => {
		return this.#newResponse(JSON.stringify(object), arg, setDefaultContentType("application/json", headers));
	};
	html = (html, arg, headers) => {
		const res = (html) => this.#newResponse(html, arg, setDefaultContentType("text/html; charset=UTF-8", headers));
		return typeof html === "object" ? resolveCallback(html, HtmlEscapedCallbackPhase.Stringify, false, {}).then(res) : res(html);
	};
	/**
	* `.redirect()` can Redirect, default status code is 302.
	*
	* @see {@link https://hono.dev/docs/api/context#redirect}
	*
	* @example
	* ```ts
	* app.get('/redirect', (c) => {
	*   return c.redirect('/')
	* })
	* app.get('/redirect-permanently', (c) => {
	*   return c.redirect('/', 301)
	* })
	* ```
	*/
	redirect = (location, status) => {
		const locationString = String(location);
		this.header("Location", !/[^\x00-\xFF]/.test(locationString) ? locationString : encodeURI(locationString));
		return this.newResponse(null, status ?? 302);
	};
	/**
	* `.notFound()` can return the Not Found Response.
	*
	* @see {@link https://hono.dev/docs/api/context#notfound}
	*
	* @example
	* ```ts
	* app.get('/notfound', (c) => {
	*   return c.notFound()
	* })
	* ```
	*/
	notFound = () => {
		this.#notFoundHandler ??= () => createResponseInstance();
		return this.#notFoundHandler(this);
	};
};

/**
* Compose middleware functions into a single function based on `koa-compose` package.
*
* @template E - The environment type.
*
* @param {[[Function, unknown], unknown][] | [[Function]][]} middleware - An array of middleware functions and their corresponding parameters.
* @param {ErrorHandler<E>} [onError] - An optional error handler function.
* @param {NotFoundHandler<E>} [onNotFound] - An optional not-found handler function.
*
* @returns {(context: Context, next?: Next) => Promise<Context>} - A composed middleware function.
*/
var compose = (middleware, onError, onNotFound) => {
	return (context, next) => {
		let index = -1;
		return dispatch(0);
		/**
		* Dispatch the middleware functions.
		*
		* @param {number} i - The current index in the middleware array.
		*
		* @returns {Promise<Context>} - A promise that resolves to the context.
		*/
		async function dispatch(i) {
			if (i <= index) throw new Error("next() called multiple times");
			index = i;
			let res;
			let isError = false;
			let handler;
			if (middleware[i]) {
				handler = middleware[i][0][0];
				context.req.routeIndex = i;
			} else handler = i === middleware.length && next || void 0;
			if (handler) try {
				res = await handler(context, () => dispatch(i + 1));
			} catch (err) {
				if (err instanceof Error && onError) {
					context.error = err;
					res = await onError(err, context);
					isError = true;
				} else throw err;
			}
			else if (context.finalized === false && onNotFound) res = await onNotFound(context);
			if (res && (context.finalized === false || isError)) context.res = res;
			return context;
		}
	};
};

/**
* Get matched routes in the handler
*
* @param {Context} c - The context object
* @returns An array of matched routes
*
* @example
* ```ts
* import { matchedRoutes } from 'hono/route'
*
* app.use('*', async function logger(c, next) {
*   await next()
*   matchedRoutes(c).forEach(({ handler, method, path }, i) => {
*     const name = handler.name || (handler.length < 2 ? '[handler]' : '[middleware]')
*     console.log(
*       method,
*       ' ',
*       path,
*       ' '.repeat(Math.max(10 - path.length, 0)),
*       name,
*       i === c.req.routeIndex ? '<- respond from here' : ''
*     )
*   })
* })
* ```
*/
var matchedRoutes = (c) => c.req[GET_MATCH_RESULT][0].map(([[, route]]) => route);
/**
* Get the route path registered within the handler
*
* @param {Context} c - The context object
* @param {number} index - The index of the route from which to retrieve the path, similar to Array.prototype.at(), where a negative number is the index counted from the end of the matching route. Defaults to the current route index.
* @returns The route path registered within the handler
*
* @example
* ```ts
* import { routePath } from 'hono/route'
*
* app.use('*', (c, next) => {
*   console.log(routePath(c)) // '*'
*   console.log(routePath(c, -1)) // '/posts/:id'
*   return next()
* })
*
* app.get('/posts/:id', (c) => {
*   return c.text(routePath(c)) // '/posts/:id'
* })
* ```
*/
var routePath = (c, index) => matchedRoutes(c).at(index ?? c.req.routeIndex)?.path ?? "";

/**
* Array of supported HTTP methods.
*/
var METHODS$1 = [
	"get",
	"post",
	"put",
	"delete",
	"options",
	"patch",
	"query"
];
/**
* Error message indicating that a route cannot be added because the matcher is already built.
*/
var MESSAGE_MATCHER_IS_ALREADY_BUILT = "Can not add a route since the matcher is already built.";
/**
* Error class representing an unsupported path error.
*/
var UnsupportedPathError = class extends Error {};

/**
* Constant used to mark a composed handler.
*/
var COMPOSED_HANDLER = "__COMPOSED_HANDLER";

var countTrailingSlashes = (path) => {
	let index = path.length;
	while (index > 0 && path.charCodeAt(index - 1) === 47) index--;
	return path.length - index;
};
var getPathPrefixLength = (c, pathPrefix, routePath) => {
	if (!/[:*]/.test(pathPrefix)) return pathPrefix.length;
	const path = c.req.path;
	const matchResult = c.req[GET_MATCH_RESULT];
	const paramNames = /* @__PURE__ */ new Set();
	let length = 0;
	for (const part of splitRoutingPath(pathPrefix)) {
		if (part[0] === ":" && part.endsWith("}?")) throw new Error(`mount(): Optional regular expression parameters are not supported in "${routePath}".`);
		const pattern = getPattern(part);
		if (pattern && pattern !== "*") {
			const name = pattern[1];
			if (paramNames.has(name)) throw new Error(`mount(): Duplicate path parameter "${name}" in "${routePath}".`);
			paramNames.add(name);
		}
		if (pattern && pattern !== "*" && pattern[2] !== true) {
			const value = matchResult.length === 2 ? matchResult[1][matchResult[0][c.req.routeIndex][1][pattern[1]]] : matchResult[0][c.req.routeIndex][1][pattern[1]];
			length += value.length + 1;
		} else if (pattern || part.endsWith("*")) {
			const end = path.indexOf("/", length + 1);
			length = end === -1 ? path.length : end;
		} else length += part.length + 1;
	}
	return length;
};
var createMountedRequest = (c, pathPrefix, routePath) => {
	if (/[^/]\*$/.test(routePath)) throw new Error(`mount(): Wildcard must follow "/" in "${routePath}".`);
	const prefixLength = getPathPrefixLength(c, pathPrefix, routePath);
	const path = c.req.path.slice(prefixLength) || "/";
	if (prefixLength > c.req.path.length || path[0] !== "/" || /\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path)) throw new HTTPException(400, { message: "Invalid mounted path" });
	const rawUrl = c.req.raw.url;
	if (/^[^/?#]*\/\/[^/?#\\]*[?#\\]/.test(rawUrl)) throw new HTTPException(400, { message: "Invalid mounted path" });
	const rawPathEnd = rawUrl.search(/[?#]/);
	const rawTrailingSlashes = countTrailingSlashes(rawPathEnd === -1 ? rawUrl : rawUrl.slice(0, rawPathEnd));
	if (rawTrailingSlashes > 1 && countTrailingSlashes(c.req.path) === rawTrailingSlashes - 1) throw new HTTPException(400, { message: "Invalid mounted path" });
	const url = new URL(rawUrl);
	url.pathname = path.replace(/[\\\t\n\r]/g, encodeURIComponent);
	if (path.includes("%")) {}
	return new Request(url, c.req.raw);
};

/**
* @module
* This module is the base module for the Hono object.
*/
var notFoundHandler = (c) => {
	return c.text("404 Not Found", 404);
};
var errorHandler = (err, c) => {
	if ("getResponse" in err) {
		const res = err.getResponse();
		return c.newResponse(res.body, res);
	}
	console.error(err);
	return c.text("Internal Server Error", 500);
};
var Hono$1 = class Hono {
	get;
	post;
	put;
	delete;
	options;
	patch;
	query;
	all;
	on;
	use;
	router;
	getPath;
	_basePath = "/";
	#path = "/";
	routes = [];
	constructor(options = {}) {
		[...METHODS$1, "all"].forEach((method) => {
			this[method] = (args1, ...args) => {
				const methodName = method.toUpperCase();
				if (typeof args1 === "string") this.#path = args1;
				else this.#addRoute(methodName, this.#path, args1);
				args.forEach((handler) => {
					this.#addRoute(methodName, this.#path, handler);
				});
				return this;
			};
		});
		this.on = (method, path, ...handlers) => {
			for (const p of [path].flat()) {
				this.#path = p;
				for (const m of [method].flat()) {
					const methodName = m.toUpperCase();
					for (const handler of handlers) this.#addRoute(methodName, this.#path, handler);
				}
			}
			return this;
		};
		this.use = (arg1, ...handlers) => {
			if (typeof arg1 === "string") this.#path = arg1;
			else {
				this.#path = "*";
				handlers.unshift(arg1);
			}
			handlers.forEach((handler) => {
				this.#addRoute("ALL", this.#path, handler);
			});
			return this;
		};
		const { strict, ...optionsWithoutStrict } = options;
		Object.assign(this, optionsWithoutStrict);
		this.getPath = strict ?? true ? options.getPath ?? getPath : getPathNoStrict;
	}
	#clone() {
		const clone = new Hono({
			router: this.router,
			getPath: this.getPath
		});
		clone.errorHandler = this.errorHandler;
		clone.#notFoundHandler = this.#notFoundHandler;
		clone.routes = this.routes;
		return clone;
	}
	#notFoundHandler = notFoundHandler;
	errorHandler = errorHandler;
	/**
	* `.route()` allows grouping other Hono instance in routes.
	*
	* @see {@link https://hono.dev/docs/api/routing#grouping}
	*
	* @param {string} path - base Path
	* @param {Hono} app - other Hono instance
	* @returns {Hono} routed Hono instance
	*
	* @example
	* ```ts
	* const app = new Hono()
	* const app2 = new Hono()
	*
	* app2.get("/user", (c) => c.text("user"))
	* app.route("/api", app2) // GET /api/user
	* ```
	*/
	route(path, app) {
		const subApp = this.basePath(path);
		app.routes.map((r) => {
			let handler;
			if (app.errorHandler === errorHandler) handler = r.handler;
			else {
				handler = async (c, next) => (await compose([], app.errorHandler)(c, () => r.handler(c, next))).res;
				handler[COMPOSED_HANDLER] = r.handler;
			}
			subApp.#addRoute(r.method, r.path, handler, r.basePath);
		});
		return this;
	}
	/**
	* `.basePath()` allows base paths to be specified.
	*
	* @see {@link https://hono.dev/docs/api/routing#base-path}
	*
	* @param {string} path - base Path
	* @returns {Hono} changed Hono instance
	*
	* @example
	* ```ts
	* const api = new Hono().basePath('/api')
	* ```
	*/
	basePath(path) {
		const subApp = this.#clone();
		subApp._basePath = mergePath(this._basePath, path);
		return subApp;
	}
	/**
	* `.onError()` handles an error and returns a customized Response.
	*
	* @see {@link https://hono.dev/docs/api/hono#error-handling}
	*
	* @param {ErrorHandler} handler - request Handler for error
	* @returns {Hono} changed Hono instance
	*
	* @example
	* ```ts
	* app.onError((err, c) => {
	*   console.error(`${err}`)
	*   return c.text('Custom Error Message', 500)
	* })
	* ```
	*/
	onError = (handler) => {
		this.errorHandler = handler;
		return this;
	};
	/**
	* `.notFound()` allows you to customize a Not Found Response.
	*
	* @see {@link https://hono.dev/docs/api/hono#not-found}
	*
	* @param {NotFoundHandler} handler - request handler for not-found
	* @returns {Hono} changed Hono instance
	*
	* @example
	* ```ts
	* app.notFound((c) => {
	*   return c.text('Custom 404 Message', 404)
	* })
	* ```
	*/
	notFound = (handler) => {
		this.#notFoundHandler = handler;
		return this;
	};
	/**
	* `.mount()` allows you to mount applications built with other frameworks into your Hono application.
	*
	* @deprecated Use `mount()` from `hono/mount` instead. `.mount()` will be removed in v5.
	*
	* @see {@link https://hono.dev/docs/api/hono#mount}
	*
	* @param {string} path - base Path
	* @param {Function} applicationHandler - other Request Handler
	* @param {MountOptions} [options] - options of `.mount()`
	* @returns {Hono} mounted Hono instance
	* @throws {Error} If automatic request rewriting encounters duplicate path parameter names or an optional regular expression parameter.
	* @throws {HTTPException} With status 400 if automatic request rewriting cannot safely preserve the routed path.
	*
	* @example
	* ```ts
	* import { Router as IttyRouter } from 'itty-router'
	* import { Hono } from 'hono'
	* // Create itty-router application
	* const ittyRouter = IttyRouter()
	* // GET /itty-router/hello
	* ittyRouter.get('/hello', () => new Response('Hello from itty-router'))
	*
	* const app = new Hono()
	* app.mount('/itty-router', ittyRouter.handle)
	* ```
	*
	* @example
	* ```ts
	* const app = new Hono()
	* // Send the request to another application without modification.
	* app.mount('/app', anotherApp, {
	*   replaceRequest: (req) => req,
	* })
	* ```
	*/
	mount(path, applicationHandler, options) {
		let replaceRequest;
		let optionHandler;
		if (options) {
			if (typeof options === "function") optionHandler = options;
			else {
				optionHandler = options.optionHandler;
				if (options.replaceRequest === false) replaceRequest = (request) => request;
				else replaceRequest = options.replaceRequest;
			}
		}
		const getOptions = optionHandler ? (c) => {
			const options = optionHandler(c);
			return Array.isArray(options) ? options : [options];
		} : (c) => {
			let executionContext = void 0;
			try {
				executionContext = c.executionCtx;
			} catch {}
			return [c.env, executionContext];
		};
		const defaultReplaceRequest = (c) => {
			const mountedRoutePath = routePath(c);
			return createMountedRequest(c, mountedRoutePath.replace(/\/?\*$/, ""), mountedRoutePath);
		};
		const handler = async (c, next) => {
			const res = await applicationHandler(replaceRequest ? replaceRequest(c.req.raw) : defaultReplaceRequest(c), ...getOptions(c));
			if (res) return res;
			await next();
		};
		this.#addRoute("ALL", mergePath(path, "*"), handler);
		return this;
	}
	#addRoute(method, path, handler, baseRoutePath) {
		path = mergePath(this._basePath, path);
		const r = {
			basePath: baseRoutePath !== void 0 ? mergePath(this._basePath, baseRoutePath) : this._basePath,
			path,
			method,
			handler
		};
		this.router.add(method, path, [handler, r]);
		this.routes.push(r);
	}
	#handleError(err, c) {
		if (err instanceof Error) return this.errorHandler(err, c);
		throw err;
	}
	#dispatch(request, executionCtx, env, method) {
		if (method === "HEAD") return (async () => new Response(null, await this.#dispatch(request, executionCtx, env, "GET")))();
		const path = this.getPath(request, { env });
		const matchResult = this.router.match(method, path);
		const c = new Context(request, {
			path,
			matchResult,
			env,
			executionCtx,
			notFoundHandler: this.#notFoundHandler
		});
		if (matchResult[0].length === 1) {
			let res;
			try {
				res = matchResult[0][0][0][0](c, async () => {
					c.res = await this.#notFoundHandler(c);
				});
			} catch (err) {
				return this.#handleError(err, c);
			}
			return res instanceof Promise ? res.then((resolved) => resolved || (c.finalized ? c.res : this.#notFoundHandler(c))).catch((err) => this.#handleError(err, c)) : res ?? this.#notFoundHandler(c);
		}
		const composed = compose(matchResult[0], this.errorHandler, this.#notFoundHandler);
		return (async () => {
			try {
				const context = await composed(c);
				if (!context.finalized) throw new Error("Context is not finalized. Did you forget to return a Response object or `await next()`?");
				return context.res;
			} catch (err) {
				return this.#handleError(err, c);
			}
		})();
	}
	/**
	* `.fetch()` will be entry point of your app.
	*
	* @see {@link https://hono.dev/docs/api/hono#fetch}
	*
	* @param {Request} request - request Object of request
	* @param {Env} env - env Object
	* @param {ExecutionContext} executionCtx - context of execution
	* @returns {Response | Promise<Response>} response of request
	*
	*/
	fetch = (request, ...rest) => {
		return this.#dispatch(request, rest[1], rest[0], request.method);
	};
	/**
	* `.request()` is a useful method for testing.
	* You can pass a URL or pathname to send a GET request.
	* app will return a Response object.
	* ```ts
	* test('GET /hello is ok', async () => {
	*   const res = await app.request('/hello')
	*   expect(res.status).toBe(200)
	* })
	* ```
	* @see https://hono.dev/docs/api/hono#request
	*/
	request = (input, requestInit, Env, executionCtx) => {
		if (input instanceof Request) return this.fetch(requestInit ? new Request(input, requestInit) : input, Env, executionCtx);
		input = input.toString();
		return this.fetch(new Request(/^https?:\/\//.test(input) ? input : `http://localhost${mergePath("/", input)}`, requestInit), Env, executionCtx);
	};
	/**
	* `.fire()` automatically adds a global fetch event listener.
	* This can be useful for environments that adhere to the Service Worker API, such as non-ES module Cloudflare Workers.
	* @deprecated
	* Use `fire` from `hono/service-worker` instead.
	* ```ts
	* import { Hono } from 'hono'
	* import { fire } from 'hono/service-worker'
	*
	* const app = new Hono()
	* // ...
	* fire(app)
	* ```
	* @see https://hono.dev/docs/api/hono#fire
	* @see https://developer.mozilla.org/en-US/docs/Web/API/Service_Worker_API
	* @see https://developers.cloudflare.com/workers/reference/migrate-to-module-workers/
	*/
	fire = () => {
		addEventListener("fetch", (event) => {
			event.respondWith(this.#dispatch(event.request, event, void 0, event.request.method));
		});
	};
};

var createNullObject = () => Object.create(null);

var emptyParam = [];
function match(method, path) {
	const matchers = this.buildAllMatchers();
	const match = ((method, path) => {
		const matcher = matchers[method] || matchers["ALL"];
		const staticMatch = matcher[2][path];
		if (staticMatch) return staticMatch;
		const match = path.match(matcher[0]);
		if (!match) return [[], emptyParam];
		const index = match.indexOf("", 1);
		return [matcher[1][index], match];
	});
	this.match = match;
	return match(method, path);
}

var LABEL_REG_EXP_STR = "[^/]+";
var ONLY_WILDCARD_REG_EXP_STR = "[^]*";
var TAIL_WILDCARD_REG_EXP_STR = "(?:|/[^]*)";
var PATH_ERROR = Symbol();
var regExpMetaChars = /* @__PURE__ */ new Set(".\\+*[^]$()");
/**
* Sort order:
* 1. literal
* 2. special pattern (e.g. :label{[0-9]+})
* 3. common label pattern (e.g. :label)
* 4. wildcard
*/
function compareKey(a, b) {
	if (a.length === 1) return b.length === 1 ? a < b ? -1 : 1 : -1;
	if (b.length === 1) return 1;
	if (a === "[^]*" || a === "(?:|/[^]*)") return b === "[^]*" ? -1 : 1;
	else if (b === "[^]*" || b === "(?:|/[^]*)") return -1;
	if (a === "[^/]+") return 1;
	else if (b === "[^/]+") return -1;
	return a.length === b.length ? a < b ? -1 : 1 : b.length - a.length;
}
var Node$1 = class Node {
	#index;
	#varIndex;
	#children = createNullObject();
	insert(tokens, index, paramMap, context, keys) {
		let node = this;
		for (let i = 0, len = tokens.length; i < len; i++) {
			const token = tokens[i];
			const pattern = token.length === 1 ? token === "*" ? i === len - 1 ? [
				"",
				"",
				ONLY_WILDCARD_REG_EXP_STR
			] : [
				"",
				"",
				LABEL_REG_EXP_STR
			] : null : token === "/*" ? [
				"",
				"",
				TAIL_WILDCARD_REG_EXP_STR
			] : token.match(/^\:([^\{\}]+)(?:\{(.+)\})?$/);
			let nextNode;
			if (pattern) {
				const name = pattern[1];
				let regexpStr = pattern[2] || "[^/]+";
				if (name && pattern[2]) {
					if (new RegExp(regexpStr).test("")) throw PATH_ERROR;
					regexpStr = regexpStr.replace(/^\((?!\?:)(?=[^)]+\)$)/, "(?:");
					if (/\((?!\?:)/.test(regexpStr)) throw PATH_ERROR;
					if (regexpStr.length === 1 && regExpMetaChars.has(regexpStr)) throw PATH_ERROR;
				}
				keys.push(regexpStr);
				nextNode = node.#children[regexpStr];
				if (!nextNode) {
					if (regexpStr !== "[^]*" && regexpStr !== "(?:|/[^]*)") {
						for (const k in node.#children) if ((regexpStr.length > 1 || k.length > 1) && k !== "[^]*" && k !== "(?:|/[^]*)") throw PATH_ERROR;
					}
					nextNode = node.#children[regexpStr] = new Node();
				}
				if (name !== "") {
					nextNode.#varIndex ??= context.varIndex++;
					paramMap.push([name, nextNode.#varIndex]);
				}
			} else {
				keys.push(token);
				nextNode = node.#children[token];
				if (!nextNode) {
					for (const k in node.#children) if (k.length > 1 && k !== "[^]*" && k !== "(?:|/[^]*)") throw PATH_ERROR;
					nextNode = node.#children[token] = new Node();
				}
			}
			node = nextNode;
		}
		if (node.#index !== void 0) throw PATH_ERROR;
		node.#index = index;
	}
	buildRegExpStr() {
		const strList = Object.keys(this.#children).sort(compareKey).map((k) => {
			const c = this.#children[k];
			const childStr = c.buildRegExpStr();
			return childStr === "" ? "" : (typeof c.#varIndex === "number" ? `(${k})@${c.#varIndex}` : regExpMetaChars.has(k) ? `\\${k}` : k) + childStr;
		}).filter(Boolean);
		if (typeof this.#index === "number" && this.#index !== -1) strList.unshift(`#${this.#index}`);
		if (strList.length === 0) return "";
		if (strList.length === 1) return strList[0];
		return "(?:" + strList.join("|") + ")";
	}
};

var Trie = class {
	#context = { varIndex: 0 };
	#root = new Node$1();
	#index = 0;
	paths = createNullObject();
	insert(path, isStatic) {
		const keys = [];
		if (isStatic) {
			this.#root.insert(path.split(""), -1, [], this.#context, keys);
			this.paths[path] = [
				-1,
				[],
				keys
			];
			return;
		}
		const paramAssoc = [];
		const groups = [];
		let markedPath = path;
		for (let i = 0;;) {
			let replaced = false;
			markedPath = markedPath.replace(/\{(?:\{[\d,]+\}|[^}])+\}/g, (m) => {
				const mark = `@\\${i}`;
				groups[i] = [mark, m];
				i++;
				replaced = true;
				return mark;
			});
			if (!replaced) break;
		}
		/**
		*  - pattern (:label, :label{0-9]+}, ...)
		*  - /* wildcard
		*  - character
		*/
		const tokens = markedPath.match(/(?::[^\/]+)|(?:\/\*$)|./gs) || [];
		for (let i = groups.length - 1; i >= 0; i--) {
			const [mark] = groups[i];
			for (let j = tokens.length - 1; j >= 0; j--) if (tokens[j].indexOf(mark) !== -1) {
				tokens[j] = tokens[j].replace(mark, groups[i][1]);
				break;
			}
		}
		this.#root.insert(tokens, this.#index, paramAssoc, this.#context, keys);
		this.paths[path] = [
			this.#index++,
			paramAssoc,
			keys
		];
	}
	buildRegExp() {
		let regexp = this.#root.buildRegExpStr();
		if (regexp === "") return [
			/^$/,
			[],
			[]
		];
		let captureIndex = 0;
		const indexReplacementMap = [];
		const paramReplacementMap = [];
		regexp = regexp.replace(/#(\d+)|@(\d+)|\.\*\$/g, (_, handlerIndex, paramIndex) => {
			if (handlerIndex !== void 0) {
				indexReplacementMap[++captureIndex] = Number(handlerIndex);
				return "$()";
			}
			if (paramIndex !== void 0) {
				paramReplacementMap[Number(paramIndex)] = ++captureIndex;
				return "";
			}
			return "";
		});
		return [
			new RegExp(`^${regexp}`),
			indexReplacementMap,
			paramReplacementMap
		];
	}
};

function endsWithWildcard(keys) {
	const tail = keys[keys.length - 1];
	return tail === "[^]*" || tail === "(?:|/[^]*)";
}
function covers(wildcard, target) {
	const last = wildcard.length - 1;
	for (let i = 0; i < last; i++) if (wildcard[i] !== target[i]) return false;
	return wildcard[last] === "[^]*" || target.length === last || target[last] === "/";
}
var RegExpRouter = class {
	name = "RegExpRouter";
	#handlers;
	#tries;
	constructor() {
		this.#handlers = { ["ALL"]: [] };
		this.#tries = { ["ALL"]: new Trie() };
	}
	#insertPath(method, path) {
		try {
			this.#tries[method].insert(path, !/\*|\/:/.test(path));
		} catch (e) {
			throw e === PATH_ERROR ? new UnsupportedPathError(path) : e;
		}
	}
	add(method, path, handler) {
		const handlers = this.#handlers;
		if (!handlers) throw new Error(MESSAGE_MATCHER_IS_ALREADY_BUILT);
		const tries = this.#tries;
		if (!handlers[method]) {
			tries[method] = new Trie();
			handlers[method] = [...handlers["ALL"]];
			for (const p in tries["ALL"].paths) this.#insertPath(method, p);
		}
		if (path === "/*") path = "*";
		const methods = method === "ALL" ? Object.keys(handlers) : [method];
		const paths = checkOptionalParameter(path) || [path];
		for (const path of paths) for (const m of methods) {
			if (!tries[m].paths[path]) this.#insertPath(m, path);
			handlers[m].push([handler, path]);
		}
	}
	match = match;
	buildAllMatchers() {
		const matchers = createNullObject();
		for (const method of Object.keys(this.#handlers)) matchers[method] = this.#buildMatcher(method);
		this.#handlers = this.#tries = void 0;
		return matchers;
	}
	#buildMatcher(method) {
		const handlers = this.#handlers[method];
		const trie = this.#tries[method];
		const staticMap = createNullObject();
		const handlerData = [];
		const [regexp, indexReplacementMap, paramReplacementMap] = trie.buildRegExp();
		const own = createNullObject();
		const entries = handlers.map(([h, p], i) => {
			(own[p] ??= []).push(i);
			return [h, trie.paths[p][1].reduceRight((map, [key, varIndex]) => {
				map[key] = paramReplacementMap[varIndex];
				return map;
			}, createNullObject())];
		});
		const wildcards = Object.keys(own).filter((p) => endsWithWildcard(trie.paths[p][2]));
		for (const path in trie.paths) {
			const [index, , keys] = trie.paths[path];
			const indexes = [...own[path]];
			for (const p of wildcards) if (p !== path && covers(trie.paths[p][2], keys)) indexes.push(...own[p]);
			const data = indexes.sort((a, b) => a - b).map((i) => entries[i]);
			if (index === -1) {
				const last = Math.max(-1, ...data.flatMap(([, map]) => Object.values(map)));
				staticMap[path] = [data, last === -1 ? emptyParam : path.match(regexp).slice(0, last + 1)];
			} else handlerData[index] = data;
		}
		return [
			regexp,
			indexReplacementMap.map((i) => handlerData[i]),
			staticMap
		];
	}
};

var SmartRouter = class {
	name = "SmartRouter";
	#routers = [];
	#routes = [];
	constructor(init) {
		this.#routers = init.routers;
	}
	add(method, path, handler) {
		if (!this.#routes) throw new Error(MESSAGE_MATCHER_IS_ALREADY_BUILT);
		this.#routes.push([
			method,
			path,
			handler
		]);
	}
	match(method, path) {
		if (!this.#routes) throw new Error("Fatal error");
		const routers = this.#routers;
		const routes = this.#routes;
		const len = routers.length;
		let i = 0;
		let res;
		for (; i < len; i++) {
			const router = routers[i];
			try {
				for (let i = 0, len = routes.length; i < len; i++) router.add(...routes[i]);
				res = router.match(method, path);
			} catch (e) {
				if (e instanceof UnsupportedPathError) continue;
				throw e;
			}
			this.match = router.match.bind(router);
			this.#routers = [router];
			this.#routes = void 0;
			break;
		}
		if (i === len) throw new Error("Fatal error");
		this.name = `SmartRouter + ${this.activeRouter.name}`;
		return res;
	}
	get activeRouter() {
		if (this.#routes || this.#routers.length !== 1) throw new Error("No active router has been determined yet.");
		return this.#routers[0];
	}
};

var emptyParams = createNullObject();
var order$1 = 0;
var Node = class Node {
	#methods = [];
	#children = createNullObject();
	#patterns = [];
	#pattern;
	#params = emptyParams;
	insert(method, path, handler) {
		let curNode = this;
		const parts = splitRoutingPath(path);
		const possibleKeys = /* @__PURE__ */ new Set();
		let i = 0;
		for (const p of parts) {
			const nextP = parts[++i];
			const pattern = getPattern(p, nextP) || (nextP === void 0 && p && p.indexOf("*") === p.length - 1 ? p : null);
			const isParam = Array.isArray(pattern);
			const key = isParam ? pattern[0] : pattern || p;
			const child = curNode.#children[key] ||= new Node();
			if (pattern && !child.#pattern) {
				child.#pattern = pattern;
				curNode.#patterns.push(child);
			}
			curNode = child;
			if (isParam) possibleKeys.add(pattern[1]);
		}
		curNode.#methods.push({ [method]: {
			handler,
			possibleKeys: [...possibleKeys],
			score: ++order$1
		} });
	}
	#pushHandlerSets(handlerSets, node, method, nodeParams, params) {
		for (let i = 0, len = node.#methods.length; i < len; i++) {
			const m = node.#methods[i];
			const handlerSet = m[method] || m["ALL"];
			if (handlerSet) {
				handlerSet.params = createNullObject();
				handlerSets.push(handlerSet);
				for (let i = 0, len = handlerSet.possibleKeys.length; i < len; i++) {
					const key = handlerSet.possibleKeys[i];
					handlerSet.params[key] = params?.[key] && !i ? params[key] : nodeParams[key] ?? params?.[key];
				}
			}
		}
	}
	search(method, path) {
		const handlerSets = [];
		this.#params = emptyParams;
		let curNodes = [this];
		const parts = splitPath(path);
		const curNodesQueue = [];
		const len = parts.length;
		let partOffsets = null;
		for (let i = 0; i < len; i++) {
			const part = parts[i];
			const isLast = i === len - 1;
			const tempNodes = [];
			for (let j = 0, len2 = curNodes.length; j < len2; j++) {
				const node = curNodes[j];
				const nextNode = node.#children[part];
				if (nextNode) {
					nextNode.#params = node.#params;
					if (isLast) {
						if (nextNode.#children["*"]) this.#pushHandlerSets(handlerSets, nextNode.#children["*"], method, node.#params);
						this.#pushHandlerSets(handlerSets, nextNode, method, node.#params);
					} else tempNodes.push(nextNode);
				}
				for (const child of node.#patterns) {
					const pattern = child.#pattern;
					const params = node.#params === emptyParams ? {} : { ...node.#params };
					if (typeof pattern === "string") {
						if (pattern === "*" || part.startsWith(pattern.slice(0, -1))) {
							this.#pushHandlerSets(handlerSets, child, method, node.#params);
							if (pattern === "*") {
								child.#params = params;
								tempNodes.push(child);
							}
						}
						continue;
					}
					const [, name, matcher] = pattern;
					if (!part && matcher === true) continue;
					if (matcher !== true) {
						if (!partOffsets) {
							partOffsets = [];
							let offset = path[0] === "/" ? 1 : 0;
							for (let p = 0; p < len; p++) {
								partOffsets[p] = offset;
								offset += parts[p].length + 1;
							}
						}
						const restPathString = path.slice(partOffsets[i]);
						const m = matcher.exec(restPathString);
						if (m) {
							if (!Object.hasOwn(params, name)) params[name] = m[0];
							this.#pushHandlerSets(handlerSets, child, method, node.#params, params);
							if (m[0].length === restPathString.length && child.#children["*"]) this.#pushHandlerSets(handlerSets, child.#children["*"], method, node.#params, params);
							for (const _ in child.#children) {
								child.#params = params;
								const componentCount = m[0].match(/\//g)?.length ?? 0;
								(curNodesQueue[componentCount] ||= []).push(child);
								break;
							}
							continue;
						}
					}
					if (matcher === true || matcher.test(part)) {
						if (!Object.hasOwn(params, name)) params[name] = part;
						if (isLast) {
							this.#pushHandlerSets(handlerSets, child, method, params, node.#params);
							if (child.#children["*"]) this.#pushHandlerSets(handlerSets, child.#children["*"], method, params, node.#params);
						} else {
							child.#params = params;
							tempNodes.push(child);
						}
					}
				}
			}
			const shifted = curNodesQueue.shift();
			curNodes = shifted ? tempNodes.concat(shifted) : tempNodes;
		}
		if (handlerSets[1]) handlerSets.sort((a, b) => {
			return a.score - b.score;
		});
		return [handlerSets.map(({ handler, params }) => [handler, params])];
	}
};

var TrieRouter = class {
	name = "TrieRouter";
	#node = new Node();
	add(method, path, handler) {
		for (const result of checkOptionalParameter(path) || [path]) this.#node.insert(method, result, handler);
	}
	match(method, path) {
		return this.#node.search(method, path);
	}
};

/**
* The Hono class extends the functionality of the HonoBase class.
* It sets up routing and allows for custom options to be passed.
*
* @template E - The environment type.
* @template S - The schema type.
* @template BasePath - The base path type.
*/
var Hono = class extends Hono$1 {
	/**
	* Creates an instance of the Hono class.
	*
	* @param options - Optional configuration options for the Hono instance.
	*/
	constructor(options = {}) {
		super(options);
		this.router = options.router ?? new SmartRouter({ routers: [new RegExpRouter(), new TrieRouter()] });
	}
};

/**
* @module
* html Helper for Hono.
*/
var html = (strings, ...values) => {
	const buffer = [""];
	for (let i = 0, len = strings.length - 1; i < len; i++) {
		buffer[0] += strings[i];
		const children = Array.isArray(values[i]) ? values[i].flat(Infinity) : [values[i]];
		for (let i = 0, len = children.length; i < len; i++) {
			const child = children[i];
			if (typeof child === "string") escapeToBuffer(child, buffer);
			else if (typeof child === "number") buffer[0] += child;
			else if (typeof child === "boolean" || child === null || child === void 0) continue;
			else if (typeof child === "object" && child.isEscaped) {
				if (child.callbacks) buffer.unshift("", child);
				else {
					const tmp = child.toString();
					if (tmp instanceof Promise) buffer.unshift("", tmp);
					else buffer[0] += tmp;
				}
			} else if (child instanceof Promise) buffer.unshift("", child);
			else escapeToBuffer(child.toString(), buffer);
		}
	}
	buffer[0] += strings.at(-1);
	return buffer.length === 1 ? "callbacks" in buffer ? raw(resolveCallbackSync(raw(buffer[0], buffer.callbacks))) : raw(buffer[0]) : stringBufferToString(buffer, buffer.callbacks);
};

var X_ALREADY_SENT = "x-hono-already-sent";

var RESPONSE_ALREADY_SENT = new Response(null, { headers: { [X_ALREADY_SENT]: "true" } });

var REASONS = [
	["01", "card authentication failed"],
	["02", "unknown device"],
	["03", "unsupported device"],
	["04", "too many authentications"],
	["05", "expired card"],
	["06", "invalid card number"],
	["07", "invalid transaction"],
	["08", "no card record"],
	["09", "security failure"],
	["10", "stolen card"],
	["11", "suspected fraud"],
	["12", "transaction not permitted to the cardholder"],
	["13", "cardholder not enrolled"],
	["14", "timed out at the issuer"],
	["15", "low confidence"],
	["16", "medium confidence"],
	["17", "high confidence"],
	["18", "very high confidence"],
	["19", "most challenges of the issuer used up"],
	["20", "non-payment not supported"],
	["21", "merchant-initiated request not supported"],
	["22", "technical problem of the issuer"],
	["26", "attempted, but not performed"],
	["80", "another reason"]
];
var TRANS_STATUS_REASONS = new Map(REASONS);
/** The reason of an outcome that nothing asked to have another. A success has none. */
var USUAL_REASON = {
	Y: "",
	A: "26",
	N: "01",
	U: "22",
	R: "11"
};

/** The words of each fault, for the guard and for the form. */
var FAULT_CHOICES = {
	tokenScript: [
		"ok",
		"drop",
		"status-500",
		"slow:3000"
	],
	tokenFields: [
		"ok",
		"drop",
		"close",
		"silent",
		"status-500",
		"no-framing",
		"slow:3000"
	],
	getToken: [
		"ok",
		"drop",
		"silent",
		"status-500",
		"result:901",
		"result:902",
		"result:102",
		"result:552",
		"slow:3000"
	],
	issuedTokens: [
		"ok",
		"expired",
		"spent",
		"malformed"
	],
	idPass: [
		"ok",
		"status-500",
		"silent",
		"slow:3000"
	],
	openApi: [
		"ok",
		"status-429",
		"status-500",
		"status-502",
		"status-503",
		"silent",
		"slow:3000"
	],
	redirectPage: [
		"ok",
		"drop",
		"close",
		"silent",
		"status-500",
		"no-framing",
		"slow:3000"
	],
	transStatus: [
		"ok",
		"Y",
		"A",
		"C",
		"N",
		"U",
		"R"
	],
	challengeResult: [
		"ok",
		"Y",
		"A",
		"N",
		"U",
		"R"
	],
	transStatusReason: ["ok", ...TRANS_STATUS_REASONS.keys()],
	challengePage: [
		"ok",
		"drop",
		"close",
		"silent",
		"status-500",
		"no-framing",
		"slow:3000"
	],
	challengeForm: [
		"ok",
		"otp:5000",
		"otp:60000",
		"otp:300000",
		"app",
		"app:10000"
	],
	challengeAnswer: [
		"ok",
		"drop",
		"close",
		"silent",
		"status-500",
		"slow:3000"
	],
	returning: ["ok", "twice"]
};
var SLOW = /^slow:\d{1,6}$/;
var WITH_ARGUMENT = {
	tokenScript: SLOW,
	tokenFields: SLOW,
	getToken: /^(?:result:\d{3}|slow:\d{1,6})$/,
	issuedTokens: null,
	idPass: SLOW,
	openApi: SLOW,
	redirectPage: SLOW,
	transStatus: null,
	challengeResult: null,
	transStatusReason: null,
	challengePage: SLOW,
	challengeForm: /^(?:otp|app):\d{1,6}$/,
	challengeAnswer: SLOW,
	returning: null
};
var NONE = {
	tokenScript: "ok",
	tokenFields: "ok",
	getToken: "ok",
	issuedTokens: "ok",
	idPass: "ok",
	openApi: "ok",
	redirectPage: "ok",
	transStatus: "ok",
	challengeResult: "ok",
	transStatusReason: "ok",
	challengePage: "ok",
	challengeForm: "ok",
	challengeAnswer: "ok",
	returning: "ok"
};
var Faults = class {
	#values = { ...NONE };
	get(name) {
		return this.#values[name];
	}
	set(name, value) {
		this.#values[name] = value;
	}
	reset() {
		this.#values = { ...NONE };
	}
	toJSON() {
		return { ...this.#values };
	}
	/** Sets what comes from outside: all pairs, or none and false when one is not understood. */
	assign(values) {
		if (typeof values !== "object" || values === null) return false;
		const pairs = Object.entries(values);
		if (!pairs.every(([name, value]) => isFault(name, value))) return false;
		for (const [name, value] of pairs) this.set(name, value);
		return true;
	}
};
var isFault = (name, value) => Object.hasOwn(FAULT_CHOICES, name) && typeof value === "string" && (FAULT_CHOICES[name].includes(value) || (WITH_ARGUMENT[name]?.test(value) ?? false));
/** `slow:1500` is 1500, anything else 0; `delayOf('otp:60000', 'otp')` is 60000. */
var delayOf = (fault, word = "slow") => fault.startsWith(`${word}:`) ? Number(fault.slice(word.length + 1)) : 0;
/** Keeps no process alive; and a client that went away is not waited for. */
var pause = (milliseconds, signal) => new Promise((resolve) => {
	if (milliseconds === 0 || signal?.aborted) {
		resolve();
		return;
	}
	const end = () => {
		clearTimeout(timer);
		signal?.removeEventListener("abort", end);
		resolve();
	};
	const timer = setTimeout(end, milliseconds);
	timer.unref();
	signal?.addEventListener("abort", end);
});
/** For `silent`: the client has to give up by itself. */
var never = () => new Promise(() => void 0);
/** For `close`: the connection ends, and nothing was said. */
function closedConnection({ env }) {
	env.outgoing.destroy();
	return RESPONSE_ALREADY_SENT;
}
/** What a page's fault makes of it; `write` makes the page. */
async function withPageFault(fault, c, write) {
	if (fault === "silent") return never();
	if (fault === "close") return closedConnection(c);
	if (fault === "drop") return droppedAnswer(c, "text/html; charset=utf-8");
	if (fault === "status-500") return c.text("Internal Server Error", 500);
	await pause(delayOf(fault), c.req.raw.signal);
	const page = await write();
	return fault === "no-framing" ? withoutFraming(page) : page;
}
/** As issuers write it that will not be framed: the old header and the new one. */
function withoutFraming(page) {
	const policy = page.headers.get("Content-Security-Policy");
	page.headers.set("Content-Security-Policy", `${policy === null ? "" : `${policy}; `}frame-ancestors 'none'`);
	page.headers.set("X-Frame-Options", "DENY");
	return page;
}
/** For `drop`: the answer begins and the connection is destroyed before it ends. */
function droppedAnswer({ env }, type = "text/javascript") {
	const { outgoing } = env;
	outgoing.writeHead(200, {
		"Content-Type": type,
		"Transfer-Encoding": "chunked"
	});
	outgoing.write(" ", () => outgoing.destroy());
	return RESPONSE_ALREADY_SENT;
}

/** The issuer says no: ErrCode `Gnn`. */
var DECLINES$1 = {
	G02: "the balance is too low",
	G03: "over the limit of the card",
	G04: "the balance is too low",
	G05: "over the limit of the card",
	G06: "the balance of the debit account is too low",
	G07: "over the limit of the card",
	G12: "the card cannot be used",
	G22: "the card cannot be used",
	G30: "the card cannot be used",
	G42: "wrong PIN",
	G43: "wrong PIN",
	G44: "wrong security code",
	G45: "no security code was given",
	G54: "the card cannot be used",
	G55: "over the limit of the card",
	G56: "the card cannot be used",
	G60: "the card cannot be used",
	G61: "the card cannot be used",
	G65: "card number or expiry is wrong",
	G67: "the item code is wrong",
	G68: "the amount is wrong",
	G69: "the tax is wrong",
	G70: "the number of bonuses is wrong",
	G71: "the bonus month is wrong",
	G72: "the bonus amount is wrong",
	G73: "the first month of payment is wrong",
	G74: "the number of instalments is wrong",
	G75: "the instalment is wrong",
	G76: "the first instalment is wrong",
	G77: "the kind of business is wrong",
	G78: "the kind of payment is wrong",
	G79: "the kind of inquiry is wrong",
	G80: "the kind of cancellation is wrong",
	G81: "the handling of the cancellation is wrong",
	G83: "the expiry is wrong",
	G84: "the card cannot be used",
	G85: "the account cannot be used",
	G91: "the system of the issuer is down",
	G92: "the card cannot be used",
	G95: "the card cannot be used",
	G96: "the card cannot be used",
	G97: "the card cannot be used",
	G98: "the card cannot be used",
	G99: "the card cannot be used"
};
/** The line to the issuer failed: ErrCode `Cnn`. */
var NETWORK = [
	"C01",
	"C03",
	"C12",
	"C13",
	"C14",
	"C15",
	"C33",
	"C50",
	"C51",
	"C53",
	"C54",
	"C55",
	"C56",
	"C57",
	"C58",
	"C60",
	"C70",
	"C71",
	"C72",
	"C73",
	"C74",
	"C75",
	"C76",
	"C77",
	"C78"
];
var TABLE = {
	E00000010: ["system", "the body is empty or not JSON"],
	E01010001: ["parameter", "ShopID is missing"],
	E01010008: ["parameter", "ShopID is not 1 to 13 alphanumerics"],
	E01020001: ["parameter", "ShopPass is missing"],
	E01020008: ["parameter", "ShopPass is not 1 to 10 alphanumerics"],
	E01030002: ["parameter", "there is no shop with this ID and password"],
	E01040001: ["parameter", "OrderID is missing"],
	E01040003: ["parameter", "OrderID is longer than 27"],
	E01040010: ["parameter", "OrderID was used before"],
	E01040013: ["parameter", "OrderID has other characters than alphanumerics and hyphens"],
	E01050001: ["parameter", "JobCd is missing"],
	E01050002: ["parameter", "JobCd is not a value of this call"],
	E01060001: ["parameter", "Amount is missing"],
	E01060005: ["parameter", "Amount has more than 7 digits"],
	E01060006: ["parameter", "Amount is not numeric"],
	E01060010: ["parameter", "Amount and Tax are not those of the transaction"],
	E01060011: ["parameter", "Amount is out of range"],
	E01070005: ["parameter", "Tax has more than 7 digits"],
	E01070006: ["parameter", "Tax is not numeric"],
	E01080007: ["parameter", "TdFlag is not 0, 1 or 2"],
	E01080010: ["parameter", "TdFlag does not fit the contract"],
	E01080101: ["parameter", "3-D Secure is required, but TdFlag is off"],
	E01090001: ["parameter", "AccessID is missing"],
	E01090008: ["parameter", "AccessID is not 32 hexadecimal digits"],
	E01100001: ["parameter", "AccessPass is missing"],
	E01100008: ["parameter", "AccessPass is not 32 hexadecimal digits"],
	E01110002: ["parameter", "there is no such transaction"],
	E01110010: ["parameter", "the transaction is not settled yet"],
	E01130012: ["parameter", "CardName is longer than 10 bytes"],
	E01160001: ["parameter", "the number of bonuses is missing"],
	E01160007: ["parameter", "the number of bonuses is not numeric"],
	E01160010: ["parameter", "the number of bonuses is not 2"],
	E01170001: ["parameter", "CardNo is missing"],
	E01180001: ["parameter", "Expire is missing"],
	E01190001: ["parameter", "SiteID is missing"],
	E01190008: ["parameter", "SiteID is not 1 to 13 alphanumerics"],
	E01200001: ["parameter", "SitePass is missing"],
	E01200008: ["parameter", "SitePass is not 1 to 20 alphanumerics"],
	E01210002: ["parameter", "there is no site with this ID and password"],
	E01220001: ["parameter", "MemberID is missing"],
	E01220005: ["parameter", "MemberID is longer than 60"],
	E01220008: ["parameter", "MemberID has characters that are not allowed"],
	E01220010: ["parameter", "MemberID is the number of the card"],
	E01230001: ["parameter", "CardSeq is missing"],
	E01230006: ["parameter", "CardSeq is not numeric"],
	E01230009: ["parameter", "CardSeq is over the limit of five cards"],
	E01240002: ["parameter", "there is no such card"],
	E01250008: ["parameter", "CardPass has characters that are not allowed"],
	E01250010: ["parameter", "CardPass is not the one of the card"],
	E01260001: ["parameter", "Method is missing"],
	E01260002: ["parameter", "Method is not 1 to 5"],
	E01270001: ["parameter", "PayTimes is missing"],
	E01270005: ["parameter", "PayTimes has more than 2 digits"],
	E01270006: ["parameter", "PayTimes is not numeric"],
	E01270010: ["parameter", "PayTimes cannot be used"],
	E01320012: ["parameter", "ClientField1 is longer than 100 bytes"],
	E01320013: ["parameter", "ClientField1 has characters that are not allowed"],
	E01330012: ["parameter", "ClientField2 is longer than 100 bytes"],
	E01330013: ["parameter", "ClientField2 has characters that are not allowed"],
	E01340012: ["parameter", "ClientField3 is longer than 100 bytes"],
	E01340013: ["parameter", "ClientField3 has characters that are not allowed"],
	E01370008: ["parameter", "TdTenantName is not Base64"],
	E01370012: ["parameter", "TdTenantName is longer than 25 bytes"],
	E01390002: ["parameter", "there is no such member"],
	E01390010: ["parameter", "the member exists already"],
	E01400007: ["parameter", "ClientFieldFlag is not 0 or 1"],
	E01420010: ["parameter", "the authorisation is no longer valid"],
	E01430010: ["parameter", "MemberName is the number of the card"],
	E01430012: ["parameter", "MemberName is longer than 255 bytes"],
	E01440008: ["parameter", "DefaultFlag is not 0 or 1"],
	E01450008: ["parameter", "ItemCode is not 7 digits"],
	E01460008: ["parameter", "SecurityCode is not 3 or 4 digits"],
	E01470008: ["parameter", "SeqMode is not 0 or 1"],
	E01480008: ["parameter", "HolderName has characters that are not allowed"],
	E01480011: ["parameter", "HolderName is longer than 50"],
	E01490005: ["parameter", "Amount and Tax together are out of range"],
	E01540005: ["parameter", "CancelUrl is longer than 256"],
	E01610005: ["parameter", "RetryMax is not 0 to 99"],
	E01610006: ["parameter", "RetryMax is not numeric"],
	E01630010: ["parameter", "the transaction was paid by another member"],
	E01660013: ["parameter", "Lang is not ja, en or zh"],
	E01840010: ["parameter", "these parameters cannot be given together"],
	E01850008: ["parameter", "UpdateType is not one digit"],
	E01870008: ["parameter", "TokenType is not 1"],
	E01880001: ["parameter", "SrcMemberID is missing"],
	E01880002: ["parameter", "there is no member SrcMemberID"],
	E01880008: ["parameter", "SrcMemberID is not a member ID"],
	E01890001: ["parameter", "SrcCardSeq is missing"],
	E01890002: ["parameter", "the member SrcMemberID has no card SrcCardSeq"],
	E01890006: ["parameter", "SrcCardSeq is not numeric"],
	E01890009: ["parameter", "SrcCardSeq is over the limit of five cards"],
	E01910008: ["parameter", "UseSiteMaskLevel is not 0 or 1"],
	E01920008: ["parameter", "SearchType is not one digit"],
	E01950008: ["parameter", "Tds2Type is not 1, 2 or 3"],
	E01960008: ["parameter", "Tds2ChAccChange is not a date"],
	E01970008: ["parameter", "Tds2ChAccDate is not a date"],
	E01980008: ["parameter", "Tds2ChAccPwChange is not a date"],
	E01990005: ["parameter", "Tds2NbPurchaseAccount has too many digits"],
	E01990006: ["parameter", "Tds2NbPurchaseAccount is not numeric"],
	E01A00008: ["parameter", "Tds2PaymentAccAge is not a date"],
	E01A10005: ["parameter", "Tds2ProvisionAttemptsDay has too many digits"],
	E01A10006: ["parameter", "Tds2ProvisionAttemptsDay is not numeric"],
	E01A20008: ["parameter", "Tds2ShipAddressUsage is not a date"],
	E01A30008: ["parameter", "Tds2ShipNameInd is not 01 or 02"],
	E01A40008: ["parameter", "Tds2SuspiciousAccActivity is not 01 or 02"],
	E01A50005: ["parameter", "Tds2TxnActivityDay has too many digits"],
	E01A50006: ["parameter", "Tds2TxnActivityDay is not numeric"],
	E01A60005: ["parameter", "Tds2TxnActivityYear has too many digits"],
	E01A60006: ["parameter", "Tds2TxnActivityYear is not numeric"],
	E01A70012: ["parameter", "Tds2ThreeDSReqAuthData is longer than 2048 bytes"],
	E01A80008: ["parameter", "Tds2ThreeDSReqAuthMethod is not 01 to 06"],
	E01A90008: ["parameter", "Tds2ThreeDSReqAuthTimestamp is not a date and time"],
	E01B00008: ["parameter", "Tds2AddrMatch is not Y or N"],
	E01B10005: ["parameter", "Tds2BillAddrCity is too long"],
	E01B20005: ["parameter", "Tds2BillAddrCountry is not 3 digits"],
	E01B30005: ["parameter", "Tds2BillAddrLine1 is too long"],
	E01B40005: ["parameter", "Tds2BillAddrLine2 is too long"],
	E01B50005: ["parameter", "Tds2BillAddrLine3 is too long"],
	E01B60005: ["parameter", "Tds2BillAddrPostCode is too long"],
	E01B70005: ["parameter", "Tds2BillAddrState is too long"],
	E01B70010: ["parameter", "Tds2BillAddrState without a country"],
	E01B80005: ["parameter", "Tds2Email is too long"],
	E01B80008: ["parameter", "Tds2Email is not an address"],
	E01B90005: ["parameter", "Tds2HomePhoneCC is too long"],
	E01C00005: ["parameter", "Tds2HomePhoneSubscriber is too long"],
	E01C00006: ["parameter", "Tds2HomePhoneSubscriber is not numeric"],
	E01C10005: ["parameter", "Tds2MobilePhoneCC is too long"],
	E01C20005: ["parameter", "Tds2MobilePhoneSubscriber is too long"],
	E01C20006: ["parameter", "Tds2MobilePhoneSubscriber is not numeric"],
	E01C30005: ["parameter", "Tds2WorkPhoneCC is too long"],
	E01C40005: ["parameter", "Tds2WorkPhoneSubscriber is too long"],
	E01C40006: ["parameter", "Tds2WorkPhoneSubscriber is not numeric"],
	E01C50005: ["parameter", "Tds2ShipAddrCity is too long"],
	E01C60005: ["parameter", "Tds2ShipAddrCountry is not 3 digits"],
	E01C70005: ["parameter", "Tds2ShipAddrLine1 is too long"],
	E01C80005: ["parameter", "Tds2ShipAddrLine2 is too long"],
	E01C90005: ["parameter", "Tds2ShipAddrLine3 is too long"],
	E01D00005: ["parameter", "Tds2ShipAddrPostCode is too long"],
	E01D10008: ["parameter", "Tds2ShipAddrState is too long"],
	E01D10010: ["parameter", "Tds2ShipAddrState without a country"],
	E01D20005: ["parameter", "Tds2DeliveryEmailAddress is too long"],
	E01D20008: ["parameter", "Tds2DeliveryEmailAddress is not an address"],
	E01D30008: ["parameter", "Tds2DeliveryTimeframe is not 01 to 04"],
	E01D40005: ["parameter", "Tds2GiftCardAmount has too many digits"],
	E01D40006: ["parameter", "Tds2GiftCardAmount is not numeric"],
	E01D50005: ["parameter", "Tds2GiftCardCount has too many digits"],
	E01D50006: ["parameter", "Tds2GiftCardCount is not numeric"],
	E01D60005: ["parameter", "Tds2GiftCardCurr is not 3 digits"],
	E01D70008: ["parameter", "Tds2PreOrderDate is not a date"],
	E01D80008: ["parameter", "Tds2PreOrderPurchaseInd is not 01 or 02"],
	E01D90008: ["parameter", "Tds2ReorderItemsInd is not 01 or 02"],
	E01E00008: ["parameter", "Tds2ShipInd is not 01 to 07"],
	E01E10008: ["parameter", "Tds2RecurringExpiry is not a date"],
	E01E20005: ["parameter", "Tds2RecurringFrequency has too many digits"],
	E01E20006: ["parameter", "Tds2RecurringFrequency is not numeric"],
	E01E30001: ["parameter", "RetUrl is missing"],
	E01E30005: ["parameter", "RetUrl is longer than 256"],
	E01E30008: ["parameter", "RetUrl is not an https address"],
	E01E50004: ["parameter", "the state of the authentication does not allow this call"],
	E01E70001: ["parameter", "a home phone needs its country code and its number"],
	E01E80001: ["parameter", "a mobile phone needs its country code and its number"],
	E01E90001: ["parameter", "a work phone needs its country code and its number"],
	E01EA0007: ["parameter", "CallbackType is not a value of this call"],
	E01EB0001: ["parameter", "Tds2Param is missing"],
	E01EB0005: ["parameter", "Tds2Param is longer than 2000"],
	E01EB0010: ["parameter", "Tds2Param is not the one that the shop was given"],
	E01EZ0008: ["parameter", "TdRequired is not 0, 1 or 2"],
	E11010001: ["state", "the transaction was executed already"],
	E11010002: ["state", "the transaction is not settled, so it cannot be altered"],
	E11010003: ["state", "this JobCd cannot be applied to the transaction as it is"],
	E11010004: ["state", "the call does not fit the CallbackType of the transaction"],
	E11010010: ["state", "the transaction is older than 180 days"],
	E11310004: ["state", "the link is no longer valid"],
	E21030001: ["three-ds", "the authentication could not be started"],
	E21030007: ["three-ds", "the cardholder was not authenticated"],
	E21030201: ["three-ds", "the issuer of the card does not take part in 3-D Secure 2"],
	E21030202: ["three-ds", "3-D Secure 2 is required, and an attempt or an unregistered card is not enough"],
	E31500014: ["system", "the request must be a POST"],
	E61030001: ["contract", "the contract does not include this way of paying"],
	E61040001: ["contract", "a card number may not be sent: a token or a saved card only"],
	E91099997: ["system", "there is no such call"],
	EX1000301: ["token", "the token does not exist"],
	EX1000302: ["token", "the token was used already"],
	EX1000303: ["token", "the token has expired"],
	EX1000304: ["token", "the token is malformed"]
};
var ERROR_CODES = new Map([
	...Object.entries(TABLE),
	...Object.entries(DECLINES$1).map(([code, meaning]) => [`42${code}0000`, ["decline", meaning]]),
	...NETWORK.map((code) => [`42${code}0000`, ["network", "the line to the issuer failed"]])
]);
/** `errCodeOf('42G020000')` is `G02`; `errCodeOf('E01040010')` is `E01`. */
var errCodeOf = (errInfo) => errInfo.startsWith("42") ? errInfo.slice(2, 5) : errInfo.slice(0, 3);
/** The ErrInfo of a two-digit ending of the error cards, or null if there is none: `authorisationError('G', '02')`. */
function authorisationError(letter, ending) {
	const errInfo = `42${letter}${ending}0000`;
	return ERROR_CODES.has(errInfo) ? errInfo : null;
}
/** Thrown by a call that is refused, for one reason or for several at once. */
var Refusal = class extends Error {
	errInfos;
	constructor(...errInfos) {
		super(errInfos.join("|"));
		this.errInfos = errInfos;
	}
};

/**
* Which card does what. The 3-D Secure numbers are the public ones of GPayments' TestLabs; the error numbers are those of public
* lists of GMO's test cards. Rows marked "ours" are the sandbox's own, because no public list has them. None is a real card.
* What a card can ask for, an amount can ask for too.
*/
var NUMBERS = [
	["4100000000000100", "frictionless"],
	["5100000000000107", "frictionless"],
	["3528000000000106", "frictionless"],
	["340000000000108", "frictionless"],
	["4100000000005000", "challenge"],
	["5100000000005007", "challenge"],
	["3528000000005006", "challenge"],
	["4100000000100009", "attempt"],
	["5100000000100006", "attempt"],
	["4100000000200007", "not-enrolled"],
	["4100000000300005", "failed"],
	["5100000000300002", "failed"],
	["3528000000300001", "failed"],
	["4100000000400003", "unavailable"],
	["4100000000500000", "rejected"],
	["5100000000500007", "rejected"],
	["3528000000500006", "rejected"],
	["4100000000600008", "frictionless-after-method"],
	["4100000000700006", "cannot-start"],
	[
		"4100000000005018",
		"challenge",
		"42G120000"
	],
	[
		"4100000000005026",
		"challenge",
		"42G020000"
	]
];
/** Ours: the challenge goes wrong, or takes long. By card number, and by the amount with its tax. */
var CHALLENGES = [
	[
		"4100000000005034",
		916001,
		{ challengePage: "silent" }
	],
	[
		"4100000000005042",
		916002,
		{ challengePage: "close" }
	],
	[
		"4100000000005059",
		916003,
		{ challengePage: "status-500" }
	],
	[
		"4100000000005067",
		916004,
		{ challengePage: "no-framing" }
	],
	[
		"4100000000005075",
		916005,
		{ challengePage: "slow:5000" }
	],
	[
		"4100000000005083",
		916006,
		{ challengeForm: "otp:30000" }
	],
	[
		"4100000000005091",
		916007,
		{ challengeForm: "app" }
	],
	[
		"4100000000005109",
		916008,
		{ challengeForm: "app:5000" }
	],
	[
		"4100000000005117",
		916009,
		{ returning: "twice" }
	],
	[
		"4100000000005125",
		916010,
		{ challengeAnswer: "silent" }
	],
	[
		"4100000000005133",
		916011,
		{ challengeAnswer: "close" }
	],
	[
		"4100000000005141",
		916012,
		{ challengeAnswer: "status-500" }
	],
	[
		"4100000000005158",
		916013,
		{ challengeResult: "U" }
	],
	[
		"4100000000005166",
		916014,
		{ challengeResult: "R" }
	],
	[
		"4100000000005174",
		916015,
		{ challengeResult: "A" }
	],
	[
		"4100000000005182",
		916016,
		{
			challengeResult: "N",
			transStatusReason: "04"
		}
	],
	[
		"4100000000005190",
		916017,
		{ challengePage: "drop" }
	],
	[
		"4100000000005208",
		916018,
		{ redirectPage: "no-framing" }
	],
	[
		"4100000000005216",
		916019,
		{ redirectPage: "silent" }
	]
];
var BY_NUMBER = new Map([...NUMBERS.map(([number, authentication, decline = null]) => [number, {
	authentication,
	decline,
	faults: {}
}]), ...CHALLENGES.map(([number, , faults]) => [number, {
	authentication: "challenge",
	decline: null,
	faults
}])]);
var BY_AMOUNT = new Map(CHALLENGES.map(([, amount, faults]) => [amount, {
	transStatus: "C",
	...faults
}]));
/** 910000 is Y, 915000 a challenge; 911 N, 912 U, 913 R, 914 A, 917 a challenge and then N: the reason at the end, or 000. */
var OUTCOMES = {
	911: "N",
	912: "U",
	913: "R",
	914: "A"
};
/** What an amount asks for: `faultsOfAmount(913011)` is rejected for suspected fraud. */
function faultsOfAmount(amount) {
	const known = BY_AMOUNT.get(amount);
	if (known) return known;
	if (amount === 91e4) return { transStatus: "Y" };
	if (amount === 915e3) return { transStatus: "C" };
	const [, group = "", ending = ""] = /^(91\d)0(\d\d)$/.exec(String(amount)) ?? [];
	const isReason = TRANS_STATUS_REASONS.has(ending);
	if (!isReason && ending !== "00") return {};
	const reason = isReason ? { transStatusReason: ending } : {};
	if (group === "917") return {
		transStatus: "C",
		challengeResult: "N",
		...reason
	};
	const transStatus = OUTCOMES[group];
	return transStatus ? {
		transStatus,
		...reason
	} : {};
}
/** What a card number does. A number in no table is authenticated without friction and approved. */
function behaviourOf(number) {
	const known = BY_NUMBER.get(number);
	if (known) return known;
	const ending = number.slice(-2);
	return {
		authentication: "frictionless",
		decline: /^49990{10}\d\d$/.test(number) ? authorisationError("G", ending) : /^59990{10}\d\d$/.test(number) ? authorisationError("C", ending) : null,
		faults: {}
	};
}

var isAuthenticating = (transaction) => transaction.session !== null;
/** What the issuer answers to the authentication request; C wants a challenge. */
var ANSWERS = {
	frictionless: "Y",
	"frictionless-after-method": "Y",
	challenge: "C",
	attempt: "A",
	failed: "N",
	unavailable: "U",
	rejected: "R",
	"not-enrolled": "U",
	"cannot-start": "U"
};
/** Which way this part of the challenge goes wrong for this shopper: `ok` when it does not. */
function challengeFault(name, { card, amount, tax }, { faults }) {
	const wanted = faults.get(name);
	if (wanted !== "ok") return wanted;
	return faultsOfAmount(amount + tax)[name] ?? card?.behaviour.faults[name] ?? wanted;
}
/** The authentication request and its answer (EMV 3DS: AReq, ARes). Asked again, the issuer has decided already. */
function authenticate(transaction, context) {
	const { session, card } = transaction;
	if (session.transStatus !== null || session.wantsChallenge) return;
	const wanted = challengeFault("transStatus", transaction, context);
	const usual = ANSWERS[card?.behaviour.authentication ?? "unavailable"];
	const asked = usual === "Y" && context.store.openApiOrders.get(transaction.accessId)?.requiresChallenge ? "C" : usual;
	const answer = wanted === "ok" ? asked : wanted;
	if (answer === "C") session.wantsChallenge = true;
	else end(transaction, answer, context);
}
/** The end of a challenge (EMV 3DS: RReq). The first end counts. */
function endChallenge(transaction, shopper, context) {
	if (transaction.session.transStatus !== null) return;
	const wanted = challengeFault("challengeResult", transaction, context);
	end(transaction, wanted === "ok" ? shopper : wanted, context);
}
function end(transaction, transStatus, context) {
	const { session } = transaction;
	const wanted = challengeFault("transStatusReason", transaction, context);
	session.transStatus = transStatus;
	session.transStatusReason = wanted === "ok" || transStatus === "Y" ? USUAL_REASON[transStatus] : wanted;
}

function _taggedTemplateLiteral(e, t) {
	return t || (t = e.slice(0)), Object.freeze(Object.defineProperties(e, { raw: { value: Object.freeze(t) } }));
}

/**
* HTML pages of the sandbox: escaped by `hono/html`, with a CSP that allows the page's own style and script by hash and
* nothing else.
*/
var _templateObject;
var hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
/** Forms may go anywhere (the shop is anywhere), and anybody may frame unless a fault forbids it: GMO's headers are not known. */
async function writePage(page, status = 200) {
	const { language, title, body, style = BASE_STYLE, script, frames, connects, refresh } = page;
	const text = await html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <style>${raw(style)}</style>
      </head>
      <body>
        ${body} ${script === void 0 ? "" : html(_templateObject || (_templateObject = _taggedTemplateLiteral(["<script>", "<\/script>"])), raw(script))}
      </body>
    </html>`;
	const policy = [
		"default-src 'none'",
		"base-uri 'none'",
		"img-src data:",
		`style-src ${hash(style)}`,
		...script === void 0 ? [] : [`script-src ${hash(script)}`],
		...frames === void 0 ? [] : [`frame-src ${frames}`],
		...connects === void 0 ? [] : [`connect-src ${connects}`]
	].join("; ");
	return new Response(String(text), {
		status,
		headers: {
			"Content-Type": "text/html; charset=utf-8",
			"Content-Security-Policy": policy,
			"Cache-Control": "no-store",
			...refresh && { Refresh: `${refresh.seconds}; url=${refresh.url}` }
		}
	});
}
/** For pages that are gone in a moment. */
var BASE_STYLE = `
  :root { color-scheme: light dark; font: 16px/1.6 system-ui, "Hiragino Sans", "Noto Sans JP", sans-serif; }
  body { margin: 0; padding: 4rem 1rem; text-align: center; }
  button { min-height: 3rem; padding: 0 2rem; border: 0; border-radius: 8px; background: #1d4ed8; color: #fff; font: inherit; }
  button:focus-visible { outline: 3px solid #93c5fd; outline-offset: 2px; }
  iframe { position: absolute; width: 0; height: 0; border: 0; }
`;
/** Sends the first form of the page at once; its button is there for browsers without script. */
var SUBMIT_AT_ONCE = "document.forms[0].submit();";
/** The same request once before, behind the page: what is sent two times arrives two times. */
var SUBMIT_TWICE = `
  const [form] = document.forms;
  const data = new URLSearchParams(new FormData(form));
  const before = form.method === 'get' ? fetch(form.action + '?' + data, { mode: 'no-cors', credentials: 'include' })
    : fetch(form.action, { method: 'POST', body: data, mode: 'no-cors', credentials: 'include' });
  const proceed = () => form.submit();
  before.then(proceed, proceed);
`;
/** A page that posts its fields somewhere: how a browser is carried from server to server. */
var postingPage = (action, fields, { method = "post", twice = false } = {}) => ({
	language: "ja",
	title: "お待ちください / One moment",
	body: html`<form method="${method}" action="${action}" ${twice ? "data-twice" : ""}>
    ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <p>次の画面へ移動します。<br /><span lang="en">Taking you to the next page.</span></p>
    <p><button>続ける / Continue</button></p>
  </form>`,
	script: twice ? SUBMIT_TWICE : SUBMIT_AT_ONCE,
	...twice && { connects: new URL(action).origin }
});
/** A page that says what went wrong. */
var messagePage = (title, text) => ({
	language: "ja",
	title,
	body: html`<h1>${title}</h1>
    <p>${text}</p>`
});

/**
* The wire of the protocol type ("idPass"). Requests are forms, either urlencoded in Shift_JIS or UTF-8, percent-encoded or (npm
* `gmopg`) with raw bytes, or multipart. Answers are `k=v&k=v` with nothing encoded, so a value may contain `&` and `=`.
*/
/** Windows-31J, Microsoft's Shift_JIS. */
var SHIFT_JIS = "windows31j";
/** What a call was given: an absent parameter reads as an empty one. */
var Parameters = class {
	#values;
	constructor(values) {
		this.#values = values;
	}
	get(name) {
		return this.#values.get(name) ?? "";
	}
};
/** Reads a form. The first of two parameters of one name counts. */
async function readParameters(request) {
	const type = request.headers.get("Content-Type") ?? "";
	const body = Buffer.from(await request.arrayBuffer());
	return new Parameters(/^multipart\/form-data/i.test(type) ? await readMultipart(body, type) : readUrlencoded(body, type));
}
async function readMultipart(body, type) {
	const values = /* @__PURE__ */ new Map();
	try {
		const form = await new Response(new Uint8Array(body), { headers: { "Content-Type": type } }).formData();
		for (const [name, value] of form) if (!values.has(name)) values.set(name, typeof value === "string" ? value : await value.text());
	} catch {}
	return values;
}
function readUrlencoded(body, type) {
	const pairs = body.toString("latin1").split("&").map((pair) => {
		const at = pair.indexOf("=");
		return (at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)]).map(percentDecode);
	});
	const charset = /charset=["']?([\w-]+)/i.exec(type)?.[1]?.toLowerCase();
	const utf8 = charset ? charset === "utf-8" : pairs.flat().every((bytes) => isUtf8(bytes));
	const decode = (bytes) => bytes ? import_lib.default.decode(bytes, utf8 ? "utf-8" : SHIFT_JIS) : "";
	const values = /* @__PURE__ */ new Map();
	for (const [name, value] of pairs) if (!values.has(decode(name))) values.set(decode(name), decode(value));
	return values;
}
var percentDecode = (text) => Buffer.from(text.replaceAll("+", " ").replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))), "latin1");
/** Status 200, whatever it says: GMO's own clients take any other for a broken line. */
function writeAnswer(answer) {
	const text = answer.map(([name, value]) => `${name}=${value}`).join("&");
	return new Response(new Uint8Array(import_lib.default.encode(text, SHIFT_JIS)), { headers: {
		"Content-Type": "text/plain;charset=Windows-31J",
		"Cache-Control": "no-store"
	} });
}
/** Length in the bytes that GMO counts. */
var byteLength = (text) => import_lib.default.encode(text, SHIFT_JIS).length;

var MESSAGE_VERSION = "2.2.0";
var encodeMessage = (message) => Buffer.from(JSON.stringify(message)).toString("base64url");
/** Null for what is not an object in base64url. Values that are not text are left out. */
function decodeMessage(text) {
	try {
		const value = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
		if (typeof value !== "object" || value === null) return null;
		return Object.fromEntries(Object.entries(value).filter((entry) => typeof entry[1] === "string"));
	} catch {
		return null;
	}
}

/**
* The 3DS server, on the gateway's origin. It asks the issuer's 3DS method and the issuer itself, has the browser challenged
* by the ACS where the issuer wants it, and sends the shopper back to the shop. The shop's page learns nothing but the
* AccessID: the outcome stays here until SecureTran2 asks for it. In the detailed flow the shop is told after the 3DS method
* already, and it is the shop that asks for the authentication (authentication-calls.ts).
*/
/** EMV 3DS allows the 3DS method ten seconds (requirement 315: then continue with threeDSCompInd = N). */
var METHOD_DEADLINE = 1e4;
/** How long a walk may take before its RedirectUrl is dead. */
var SESSION_LIFETIME = 18e5;
var CALLBACK = "/api/v2/brw/callback";
var METHOD_NOTIFICATION = "/api/v2/brw/method";
var CONTINUE = "/api/v2/brw/continue";
var CHALLENGE_START = "/api/v2/brw/challenge/start";
var CHALLENGE_NOTIFICATION = "/api/v2/brw/challenge";
var METHOD_DONE = "3ds-method-done";
/** Goes on when the frame says so, or when it does not in time. */
var METHOD_SCRIPT = `
  const frame = document.querySelector('iframe');
  const form = document.forms.continue;
  let sent = false;
  const proceed = (indicator) => {
    if (sent) return;
    sent = true;
    form.elements.threeDSCompInd.value = indicator;
    form.submit();
  };
  addEventListener('message', (event) => {
    if (event.source === frame.contentWindow && event.origin === location.origin && event.data === '${METHOD_DONE}') proceed('Y');
  });
  setTimeout(() => proceed('N'), Number(form.dataset.deadline));
  document.forms.method.submit();
`;
var NOTIFY_SCRIPT = `parent.postMessage('${METHOD_DONE}', location.origin);`;
/** `/api/v2/brw/…` */
function threeDsServerRoutes(context) {
	const { store, gatewayOrigin, acsOrigin, now } = context;
	const find = (transId, ticket) => {
		const transaction = store.transactionOfSession("transId", transId);
		if (transaction?.session.ticket !== ticket) return null;
		return now().getTime() - transaction.session.startedAt.getTime() > SESSION_LIFETIME && transaction.session.transStatus === null ? null : transaction;
	};
	/** After the 3DS method, or without one. In the detailed flow the shop is asked, unless it has decided already. */
	const proceed = (transaction, event) => {
		const { session } = transaction;
		if (session.callbackType === "2" && !session.wantsChallenge && !session.transStatus) {
			session.askedShop = true;
			return notify(transaction, event, context);
		}
		authenticate(transaction, context);
		return challenge(transaction);
	};
	const challenge = (transaction) => {
		const { session } = transaction;
		if (session.transStatus) return sendBack(transaction, context);
		const request = {
			messageType: "CReq",
			messageVersion: MESSAGE_VERSION,
			threeDSServerTransID: session.transId,
			acsTransID: session.acsTransId,
			challengeWindowSize: "05"
		};
		return writePage(postingPage(`${acsOrigin}/challenge`, { creq: encodeMessage(request) }));
	};
	const routes = new Hono();
	routes.get(CALLBACK, (c) => {
		const transaction = find(c.req.query("transId") ?? "", c.req.query("t") ?? "");
		if (!transaction) return gone();
		return withPageFault(challengeFault("redirectPage", transaction, context), c, () => begin(transaction));
	});
	const begin = (transaction) => {
		const { session, card } = transaction;
		if (!(card?.behaviour.authentication === "frictionless-after-method") || session.wantsChallenge || session.transStatus) return proceed(transaction, "3DSMethodSkipped");
		const data = encodeMessage({
			threeDSServerTransID: session.transId,
			threeDSMethodNotificationURL: `${gatewayOrigin}${METHOD_NOTIFICATION}`
		});
		return writePage({
			language: "ja",
			title: "本人認証 / Authentication",
			frames: `${acsOrigin} ${gatewayOrigin}`,
			script: METHOD_SCRIPT,
			body: html`<form name="continue" method="post" action="${CONTINUE}" data-deadline="${METHOD_DEADLINE}">
          <input type="hidden" name="transId" value="${session.transId}" />
          <input type="hidden" name="t" value="${session.ticket}" />
          <input type="hidden" name="threeDSCompInd" value="U" />
          <p role="status">カード会社に確認しています。<br /><span lang="en">Checking with your card issuer.</span></p>
          <noscript
            ><p><button>続ける / Continue</button></p></noscript
          >
        </form>
        <form name="method" method="post" action="${acsOrigin}/method" target="method">
          <input type="hidden" name="threeDSMethodData" value="${data}" />
        </form>
        <iframe name="method" title="3DS method" aria-hidden="true" tabindex="-1"></iframe>`
		});
	};
	routes.get(CHALLENGE_START, (c) => {
		const transaction = find(c.req.query("transId") ?? "", c.req.query("t") ?? "");
		return transaction && (transaction.session.wantsChallenge || transaction.session.transStatus) ? challenge(transaction) : gone();
	});
	routes.post(METHOD_NOTIFICATION, () => writePage({
		language: "en",
		title: "3DS method",
		body: html`<p>OK</p>`,
		script: NOTIFY_SCRIPT
	}));
	routes.post(CONTINUE, async (c) => {
		const form = await readParameters(c.req.raw);
		const transaction = find(form.get("transId"), form.get("t"));
		return transaction ? proceed(transaction, "3DSMethodFinished") : gone();
	});
	routes.post(CHALLENGE_NOTIFICATION, async (c) => {
		const message = decodeMessage((await readParameters(c.req.raw)).get("cres"));
		const transaction = store.transactionOfSession("transId", message?.["threeDSServerTransID"] ?? "");
		const known = transaction?.session.acsTransId === message?.["acsTransID"] && transaction?.session.transStatus;
		return transaction && known ? sendBack(transaction, context) : gone();
	});
	return routes;
}
/** Where a shop that uses the detailed flow sends the browser for the challenge. */
var challengeUrl = ({ transId, ticket }, { gatewayOrigin }) => `${gatewayOrigin}${CHALLENGE_START}?transId=${transId}&t=${ticket}`;
/** Where the ACS sends the browser after a challenge. */
var challengeNotificationUrl = ({ gatewayOrigin }) => `${gatewayOrigin}${CHALLENGE_NOTIFICATION}`;
/** May the ACS's 3DS method post to this address? */
var isMethodNotificationUrl = (url, { gatewayOrigin }) => url === `${gatewayOrigin}${METHOD_NOTIFICATION}`;
/** Back to the shop, with the AccessID and no outcome: as a form for CallbackType 1, in the query for 3. */
function sendBack(transaction, context) {
	const { accessId, session } = transaction;
	const { returnUrl, callbackType } = session;
	if (callbackType === "2") return notify(transaction, "AuthResultReady", context);
	const twice = challengeFault("returning", transaction, context) === "twice";
	if (callbackType === "1") return writePage(postingPage(returnUrl, { AccessID: accessId }, { twice }));
	const url = new URL(returnUrl);
	url.searchParams.set("AccessID", accessId);
	if (twice) {
		const fields = Object.fromEntries(url.searchParams);
		url.search = "";
		return writePage(postingPage(url.href, fields, {
			method: "get",
			twice
		}));
	}
	return new Response(null, {
		status: 303,
		headers: {
			Location: url.href,
			"Cache-Control": "no-store"
		}
	});
}
/** One of the callbacks of the detailed flow: the AccessID is in the query, as MD. */
function notify(transaction, event, context) {
	const { accessId, session } = transaction;
	const url = new URL(session.returnUrl);
	url.searchParams.set("MD", accessId);
	const fields = {
		requestorTransId: session.requestorTransId,
		event,
		param: session.parameter
	};
	return writePage(postingPage(url.href, fields, { twice: challengeFault("returning", transaction, context) === "twice" }));
}
/** For addresses that lead nowhere, or no longer. */
var gone = () => writePage(messagePage("この画面は使えません / This page is no longer available", "お店に戻り、もう一度お試しください。Please go back to the shop and try again."), 410);

/**
* The issuer's side, on an origin of its own: the 3DS method and the challenge. A password stands in for whatever a real
* issuer asks: three wrong ones, or the button to give up, end the challenge without authentication. Where the card, the amount
* or the console page wants it, the password takes its time, or the shopper is to approve in the issuer's app instead.
*/
/** The password of every test card, as in GPayments' TestLabs. */
var PASSWORD = "123456";
var MOST_ATTEMPTS = 3;
/** Seconds between two looks at whether the app has answered. */
var APP_INTERVAL = 2;
var STYLE$3 = `
  :root { font: 16px/1.6 system-ui, "Hiragino Sans", "Noto Sans JP", sans-serif; color: #1b2733; background: #eef1f5; }
  * { box-sizing: border-box; }
  body { margin: 0; padding: 1rem .75rem 2rem; }
  main { max-width: 26rem; margin: 0 auto; background: #fff; border: 1px solid #d5dbe3; border-radius: 12px; overflow: hidden; }
  header { display: flex; justify-content: space-between; align-items: center; gap: 1rem; padding: 1rem 1.25rem;
    border-bottom: 3px solid #0b6b5d; }
  header strong { color: #0b6b5d; letter-spacing: .04em; }
  header > span { font-size: .75rem; border: 1px solid #5b6a7a; border-radius: 4px; padding: 0 .4rem; color: #44515e; }
  section { padding: 1.25rem; }
  h1 { font-size: 1.15rem; line-height: 1.4; margin: 0 0 1rem; }
  small, [lang=en] { font-size: .8125rem; color: #4a5866; }
  dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; margin: 0 0 1.25rem; padding: .75rem 1rem;
    background: #f5f7f9; border-radius: 8px; }
  dt { color: #4a5866; } dd { margin: 0; text-align: right; overflow-wrap: anywhere; font-weight: 600; }
  label { display: block; font-weight: 600; }
  input { width: 100%; min-height: 3rem; margin: .35rem 0 1rem; padding: 0 .9rem; border: 1px solid #75818e; border-radius: 8px;
    font: inherit; font-size: 1.25rem; letter-spacing: .2em; }
  input[aria-invalid=true] { border-color: #b42318; border-width: 2px; }
  [role=alert] { margin: 0 0 1rem; padding: .6rem .9rem; border-left: 4px solid #b42318; background: #fdf1f0; color: #8a1a12; }
  [role=alert] [lang=en] { color: inherit; }
  button { display: block; width: 100%; min-height: 3rem; margin-top: .6rem; border-radius: 8px; font: inherit; font-weight: 600;
    border: 1px solid #0b6b5d; background: #0b6b5d; color: #fff; cursor: pointer; }
  button.quiet { background: #fff; color: #0b6b5d; }
  input:focus-visible, button:focus-visible { outline: 3px solid #2f80ed; outline-offset: 2px; }
  footer { padding: .9rem 1.25rem; border-top: 1px solid #e3e8ed; }
  footer p { margin: 0; }
`;
var shopNameOf = ({ threeDs }, shopId) => threeDs.tenantName === "" ? shopId : import_lib.default.decode(Buffer.from(threeDs.tenantName, "base64"), "euc-jp");
function amountOf({ entryJobCd, amount, tax }) {
	if (entryJobCd === "CHECK") return "0円（カードの確認） / Card check";
	return `${(amount + tax).toLocaleString("en")}円 (JPY)`;
}
/** Every wrong password so far is told; the field is announced as wrong. */
function passwordPage(transaction, shopId, late) {
	const { session } = transaction;
	const wrong = session.wrongPasswords > 0;
	const left = MOST_ATTEMPTS - session.wrongPasswords;
	return frame(transaction, shopId, html`${wrong ? html`<p role="alert" id="wrong">
              パスワードが違います。あと${left}回入力できます。<br />
              <span lang="en">That password is wrong. ${left} ${left === 1 ? "attempt" : "attempts"} left.</span>
            </p>` : ""}
        ${late ? html`<p role="status">
              ワンタイムパスワードを送っています。届くまであと${late}秒ほどかかります。<br />
              <span lang="en">Your one-time password is on its way: about ${late} seconds.</span>
            </p>` : ""}
        <form method="post" action="/challenge/answer">
          <input type="hidden" name="acsTransID" value="${session.acsTransId}" />
          <label for="password">ワンタイムパスワード <span lang="en">One-time password</span></label>
          <input
            id="password"
            name="password"
            inputmode="numeric"
            autocomplete="one-time-code"
            maxlength="10"
            autofocus
            ${wrong ? html`aria-invalid="true" aria-describedby="wrong"` : ""}
          />
          <button name="action" value="verify">送信する / Verify</button>
          <button name="action" value="cancel" class="quiet">キャンセル / Cancel</button>
        </form>
`, late ? html`パスワードはまだ届いていません。<br /><span lang="en">The password has not arrived yet.</span>` : html`パスワードは ${PASSWORD} です。<br /><span lang="en">The password is ${PASSWORD}.</span>`, late);
}
/** Looks again by itself until the app has answered; without a refresh, the button does. */
var appPage = (transaction, shopId) => frame(transaction, shopId, html`<p role="status">
        スマートフォンのアプリで承認してください。<br />
        <span lang="en">Please approve the payment in your banking app.</span>
      </p>
      <form method="post" action="/challenge/answer">
        <input type="hidden" name="acsTransID" value="${transaction.session.acsTransId}" />
        <button name="action" value="check">承認しました / I have approved it</button>
        <button name="action" value="cancel" class="quiet">キャンセル / Cancel</button>
      </form>`, html`承認はサンドボックスの画面で行えます。<br /><span lang="en">Approve it on the console page of the sandbox.</span>`, APP_INTERVAL);
/** What every page of a challenge shows. `wait`: seconds until the page loads itself again. */
var frame = (transaction, shopId, content, hint, wait = 0) => ({
	language: "ja",
	title: "ご本人確認 / Verify your payment",
	style: STYLE$3,
	...wait > 0 && { refresh: {
		seconds: wait,
		url: `/challenge?acsTransID=${transaction.session.acsTransId}`
	} },
	body: html`<main>
    <header><strong>サンドボックス銀行<br /><span lang="en">SANDBOX BANK</span></strong><span>ID Check</span></header>
    <section>
      <h1>ご本人確認をお願いします<br /><span lang="en">Please verify your payment</span></h1>
      <dl>
        <dt>ご利用店舗 <span lang="en">Shop</span></dt>
        <dd>${shopNameOf(transaction, shopId)}</dd>
        <dt>金額 <span lang="en">Amount</span></dt>
        <dd>${amountOf(transaction)}</dd>
        <dt>カード <span lang="en">Card</span></dt>
        <dd>${transaction.card?.masked ?? ""}</dd>
      </dl>
      ${content}
    </section>
    <footer>
      <p><small>テスト用の画面です。${hint}</small></p>
    </footer>
  </main>`
});
function acsRoutes(context) {
	const { store, shopId, now } = context;
	const routes = new Hono();
	/** Tells the 3DS server how it ended (EMV 3DS: RReq), then lets the browser say that it ended (CRes). */
	const finish = (transaction, shopper) => {
		const { session } = transaction;
		endChallenge(transaction, shopper, context);
		const response = {
			messageType: "CRes",
			messageVersion: MESSAGE_VERSION,
			threeDSServerTransID: session.transId,
			acsTransID: session.acsTransId,
			transStatus: session.transStatus ?? shopper
		};
		return writePage(postingPage(challengeNotificationUrl(context), { cres: encodeMessage(response) }));
	};
	routes.post("/method", async (c) => {
		const data = (await readParameters(c.req.raw)).get("threeDSMethodData");
		const message = decodeMessage(data);
		const url = message?.["threeDSMethodNotificationURL"] ?? "";
		if (!isMethodNotificationUrl(url, context)) return unknown();
		const answer = encodeMessage({ threeDSServerTransID: message?.["threeDSServerTransID"] ?? "" });
		return writePage(postingPage(url, { threeDSMethodData: answer }));
	});
	/** Milliseconds since the shopper was first asked. */
	const waitedBy = ({ session }) => {
		session.challengedAt ??= now();
		return now().getTime() - session.challengedAt.getTime();
	};
	/** Seconds until the password arrives. */
	const lateness = (transaction) => {
		const delay = delayOf(challengeFault("challengeForm", transaction, context), "otp");
		return Math.ceil(Math.max(0, delay - waitedBy(transaction)) / 1e3);
	};
	const isApp = (transaction) => challengeFault("challengeForm", transaction, context).startsWith("app");
	/** What the app said; null while it has said nothing, or where there is none to ask. */
	const appAnswer = (transaction) => {
		const form = challengeFault("challengeForm", transaction, context);
		const { approval } = transaction.session;
		if (approval) return approval === "approved" ? "Y" : "N";
		return form.startsWith("app:") && waitedBy(transaction) >= delayOf(form, "app") ? "Y" : null;
	};
	const ask = async (transaction) => {
		const over = transaction.session.transStatus ?? appAnswer(transaction);
		if (over) return finish(transaction, over);
		const late = lateness(transaction);
		const page = await writePage(isApp(transaction) ? appPage(transaction, shopId) : passwordPage(transaction, shopId, late));
		return challengeFault("challengePage", transaction, context) === "no-framing" ? withoutFraming(page) : page;
	};
	routes.post("/challenge", async (c) => {
		const message = decodeMessage((await readParameters(c.req.raw)).get("creq"));
		const transaction = store.transactionOfSession("acsTransId", message?.["acsTransID"] ?? "");
		if (!transaction?.session.wantsChallenge || message?.["messageType"] !== "CReq") return unknown();
		return withPageFault(challengeFault("challengePage", transaction, context), c, () => ask(transaction));
	});
	routes.get("/challenge", (c) => {
		const transaction = store.transactionOfSession("acsTransId", c.req.query("acsTransID") ?? "");
		return transaction?.session.wantsChallenge ? ask(transaction) : unknown();
	});
	routes.post("/challenge/answer", async (c) => {
		const form = await readParameters(c.req.raw);
		const transaction = store.transactionOfSession("acsTransId", form.get("acsTransID"));
		if (!transaction?.session.wantsChallenge) return unknown();
		const answer = judge(transaction, form);
		if (!answer) return ask(transaction);
		endChallenge(transaction, answer, context);
		return withPageFault(challengeFault("challengeAnswer", transaction, context), c, () => finish(transaction, answer));
	});
	/** Null: the shopper is asked once more. */
	const judge = (transaction, form) => {
		const { session } = transaction;
		if (session.transStatus) return session.transStatus;
		if (form.get("action") === "cancel") return "N";
		if (isApp(transaction)) return appAnswer(transaction);
		if (lateness(transaction) > 0) return null;
		if (form.get("password") === "123456") return "Y";
		session.wrongPasswords += 1;
		return session.wrongPasswords >= MOST_ATTEMPTS ? "N" : null;
	};
	return routes;
}
var unknown = () => writePage(messagePage("お取引が見つかりません / Unknown transaction", "お店に戻ってください。Please go back to the shop."), 404);

var BUILT = new URL("../", import.meta.url);

/**
* The hosted document with another test gateway. Plain JavaScript, because the configuration of the component tests imports it,
* too, where no loader of TypeScript runs.
*/
/** The test environments of GMO and of SMBC GMO Payment: where the scripts are, and where they send their calls. */
var TEST_HOSTS = [
	"https://stg.static.mul-pay.jp",
	"https://pt01.mul-pay.jp",
	"https://stg-static.smbc-gp.co.jp"
];
/** The documents of token v2 let in every host of theirs. */
var ANY_HOSTS = ["https://*.mul-pay.jp", "https://*.smbc-gp.co.jp"];
/** Each document with card fields, and the gateway's adapter beside it; the one with the gateway's own fields has it in itself. */
var ADAPTERS = {
	"hosted/index.html": "hosted/gmo.js",
	"hosted/gmo-v2.html": "hosted/gmo-v2.js",
	"hosted/gateway-fields.html": null
};
var hashOf = (script) => `sha256-${createHash("sha256").update(script).digest("base64")}`;
var inlined = (page) => /<script type="module">([^]*)<\/script>/.exec(page)?.[1] ?? "";
var withGateway = (text, gatewayOrigin, hosts) => [...hosts, ...ANY_HOSTS].reduce((changed, host) => changed.replaceAll(host, gatewayOrigin), text);
/** A gateway's adapter with another gateway in place of these hosts. */
function adapterAtSandbox(gatewayOrigin, hosts = TEST_HOSTS, file = "hosted/gmo.js") {
	const adapter = readFileSync(new URL(file, BUILT), "utf8");
	const changed = withGateway(adapter, gatewayOrigin, hosts);
	if (changed === adapter) throw new Error(`dist/${file} does not name the test gateway: build it first`);
	return changed;
}
/** The same document, which lets its adapter and that gateway in: the hashes of both scripts in its policy are the new ones. */
function pointAtSandbox(page, gatewayOrigin, hosts = TEST_HOSTS, file = "hosted/index.html") {
	const adapterFile = ADAPTERS[file];
	let changed = withGateway(page, gatewayOrigin, hosts);
	if (changed === page) throw new Error(`dist/${file} does not name the test gateway: build it first`);
	if (adapterFile) {
		const built = hashOf(readFileSync(new URL(adapterFile, BUILT)));
		if (!page.includes(built)) throw new Error(`dist/${file} does not pin its adapter: build it first`);
		changed = changed.replaceAll(built, hashOf(adapterAtSandbox(gatewayOrigin, hosts, adapterFile)));
	}
	return changed.replace(hashOf(inlined(page)), () => hashOf(inlined(changed)));
}

/**
* The fields origin: what a merchant's CDN would be. It serves dist/ at its root. Its copies of the hosted documents and of the
* gateway's adapters beside them are all that knows the sandbox: the test hosts of the gateway are replaced by the sandbox's address and
* the document's policy is pinned anew; its copy of the wrapper for challenges lets issuers without https in, as the sandbox's is. The built documents have no
* such doors.
*/
var DIST = fileURLToPath(BUILT);
var WRAPPER = "hosted/challenge.html";
var TYPES = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript; charset=utf-8",
	".map": "application/json"
};
/** Both environments, for a test that shows what a live shop sees. */
var GATEWAY_HOSTS = [
	...TEST_HOSTS,
	"https://static.mul-pay.jp",
	"https://p01.mul-pay.jp"
];
/** The demo may be framed from this machine only. (CSP knows no IPv6 loopback.) */
var LOOPBACK = ["http", "https"].flatMap((scheme) => [
	"localhost",
	"*.localhost",
	"127.0.0.1"
].map((host) => `${scheme}://${host}:*`));
var HOSTED_HEADERS = {
	"content-security-policy": `frame-ancestors ${LOOPBACK.join(" ")}`,
	"referrer-policy": "no-referrer",
	"origin-agent-cluster": "?1",
	"permissions-policy": "camera=(), microphone=(), geolocation=(), clipboard-read=()",
	"cross-origin-embedder-policy": "credentialless",
	"cache-control": "no-store"
};
/** Neither issuers nor the gateway's own fields say that they may be in an isolated page, so what is around them cannot ask for it. */
var FRAMING_HEADERS = Object.fromEntries(Object.entries(HOSTED_HEADERS).filter(([name]) => name !== "cross-origin-embedder-policy"));
/** On the shop's own origin the document is let in by this alone: it makes it opaque. */
var OPAQUE = "sandbox allow-scripts allow-forms";
/** @param sandboxOrigin - null serves the hosted document as it was built, for the gateway's own test environment */
function createFields(sandboxOrigin, { isOpaque = false, hosts = TEST_HOSTS } = {}) {
	const app = new Hono();
	let isHostedDown = false;
	let isWrapperDown = false;
	app.get("*", async ({ req, body, notFound }) => {
		const file = `${req.path.slice(1)}${req.path.endsWith("/") ? "index.html" : ""}`;
		const files = (await readdir(DIST, { recursive: true })).map((name) => name.replaceAll("\\", "/"));
		const isHosted = Object.hasOwn(ADAPTERS, file);
		const isWrapper = file === WRAPPER;
		if (!files.includes(file) || isHosted && isHostedDown || isWrapper && isWrapperDown) return notFound();
		const bytes = await readFile(join(DIST, file)).catch(() => null);
		if (!bytes) return notFound();
		return body((sandboxOrigin === null ? null : isHosted ? pointAtSandbox(bytes.toString(), sandboxOrigin, hosts, file) : Object.values(ADAPTERS).includes(file) ? adapterAtSandbox(sandboxOrigin, hosts, file) : isWrapper ? letLoopbackIn(bytes.toString()) : null) ?? new Uint8Array(bytes), 200, {
			"content-type": TYPES[extname(file)] ?? "application/octet-stream",
			"x-content-type-options": "nosniff",
			"access-control-allow-origin": "*",
			"cross-origin-resource-policy": "cross-origin",
			...isWrapper || ADAPTERS[file] === null ? FRAMING_HEADERS : isHosted ? HOSTED_HEADERS : { "cache-control": "no-cache" },
			...isHosted && isOpaque && { "content-security-policy": `${OPAQUE}; frame-ancestors 'self'` }
		});
	});
	return {
		app,
		setHostedDown(isDown) {
			isHostedDown = isDown;
		},
		setWrapperDown(isDown) {
			isWrapperDown = isDown;
		}
	};
}
/** The same wrapper, open for issuers on this machine, which have no https. */
function letLoopbackIn(page) {
	const changed = page.replace("frame-src https:", `frame-src https: ${LOOPBACK.filter((host) => host.startsWith("http:")).join(" ")}`);
	if (changed === page) throw new Error("dist/hosted/challenge.html lets in more than https");
	return changed;
}

/**
* Create a WebSocket adapter/helper
*/
var defineWebSocketHelper = (handler) => {
	return ((...args) => {
		if (typeof args[0] === "function") {
			const [createEvents, options] = args;
			return async function upgradeWebSocket(c, next) {
				const result = await handler(c, await createEvents(c), options);
				if (result) return result;
				await next();
			};
		} else {
			const [c, events, options] = args;
			return (async () => {
				const upgraded = await handler(c, events, options);
				if (!upgraded) throw new Error("Failed to upgrade WebSocket");
				return upgraded;
			})();
		}
	});
};

var RequestError = class extends Error {
	constructor(message, options) {
		super(message, options);
		this.name = "RequestError";
	}
};
var nonJoinedHeaders = /* @__PURE__ */ new Set([
	"age",
	"authorization",
	"content-length",
	"content-type",
	"etag",
	"expires",
	"from",
	"host",
	"if-modified-since",
	"if-unmodified-since",
	"last-modified",
	"location",
	"max-forwards",
	"proxy-authorization",
	"referer",
	"retry-after",
	"server",
	"user-agent"
]);
var validHeaderName = /^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/;
var isHttpWhitespace = (code) => code === 9 || code === 10 || code === 13 || code === 32;
var normalizeHeaderValue = (value) => {
	if (!isHttpWhitespace(value.charCodeAt(0)) && !isHttpWhitespace(value.charCodeAt(value.length - 1))) return value;
	let start = 0;
	let end = value.length;
	while (start < end && isHttpWhitespace(value.charCodeAt(start))) start++;
	while (end > start && isHttpWhitespace(value.charCodeAt(end - 1))) end--;
	return value.slice(start, end);
};
var forbiddenHeaderValue = /[\0\r\n]/;
var GlobalHeaders = globalThis.Headers;
var materializeHeaders = (rawHeaders, HeadersCtor = GlobalHeaders) => {
	const headers = new HeadersCtor();
	for (let i = 0; i < rawHeaders.length; i += 2) {
		const name = rawHeaders[i];
		if (!name.startsWith(":")) headers.append(name, rawHeaders[i + 1]);
	}
	return headers;
};
var RequestHeaders = class {
	#incoming;
	#rawHeaders;
	#headers;
	#invalidValue;
	constructor(incoming) {
		this.#incoming = incoming;
		if (incoming instanceof Http2ServerRequest) this.#rawHeaders = incoming.rawHeaders.slice();
	}
	get #lazyRawHeaders() {
		return this.#rawHeaders ??= this.#incoming.rawHeaders.slice();
	}
	get #native() {
		if (!this.#headers) {
			this.#headers = materializeHeaders(this.#lazyRawHeaders);
			this.#rawHeaders = void 0;
		}
		return this.#headers;
	}
	#normalizedName(name) {
		if (typeof name !== "string") return;
		if (!validHeaderName.test(name)) throw new TypeError(`Invalid header name: ${name}`);
		return name.toLowerCase();
	}
	#lookupHttp1(lowerName) {
		const headers = this.#incoming instanceof Http2ServerRequest ? void 0 : this.#incoming.headers;
		if (!headers || nonJoinedHeaders.has(lowerName) || lowerName === "set-cookie" || lowerName === "__proto__") return;
		if (!Object.hasOwn(headers, lowerName)) return null;
		const rawValue = headers[lowerName];
		if (typeof rawValue === "string") {
			const value = normalizeHeaderValue(rawValue);
			return forbiddenHeaderValue.test(value) ? void 0 : value;
		}
	}
	#lookup(rawHeaders, lowerName) {
		const separator = lowerName === "cookie" ? "; " : ", ";
		let value = null;
		for (let i = 0; i < rawHeaders.length; i += 2) {
			const rawName = rawHeaders[i];
			if (rawName.length === lowerName.length && rawName.toLowerCase() === lowerName) {
				const rawValue = normalizeHeaderValue(rawHeaders[i + 1]);
				if (forbiddenHeaderValue.test(rawValue)) {
					this.#invalidValue = true;
					return;
				}
				value = value === null ? rawValue : value + separator + rawValue;
			}
		}
		return value;
	}
	append(name, value) {
		this.#native.append(name, value);
	}
	delete(name) {
		this.#native.delete(name);
	}
	get(name) {
		const lowerName = this.#normalizedName(name);
		if (lowerName && !this.#headers && !this.#invalidValue) {
			const http1Value = this.#lookupHttp1(lowerName);
			if (http1Value !== void 0) return http1Value;
			const value = this.#lookup(this.#lazyRawHeaders, lowerName);
			if (value !== void 0) return value;
		}
		return this.#native.get(name);
	}
	has(name) {
		const lowerName = this.#normalizedName(name);
		if (lowerName && !this.#headers && !this.#invalidValue) {
			const http1Value = this.#lookupHttp1(lowerName);
			if (http1Value !== void 0) return http1Value !== null;
			const value = this.#lookup(this.#lazyRawHeaders, lowerName);
			if (value !== void 0) return value !== null;
		}
		return this.#native.has(name);
	}
	set(name, value) {
		this.#native.set(name, value);
	}
	getSetCookie() {
		return this.#native.getSetCookie();
	}
	keys() {
		return this.#native.keys();
	}
	values() {
		return this.#native.values();
	}
	entries() {
		return this.#native.entries();
	}
	forEach(callback, thisArg) {
		this.#native.forEach((value, key) => {
			callback.call(thisArg, value, key, this);
		});
	}
	[Symbol.iterator]() {
		return this.entries();
	}
};
Object.defineProperty(RequestHeaders.prototype, Symbol.for("nodejs.util.inspect.custom"), { value: function(depth, options, inspectFn) {
	return `Headers (lightweight) ${inspectFn(Object.fromEntries(this), {
		...options,
		depth: depth == null ? null : depth - 1
	})}`;
} });
Object.setPrototypeOf(RequestHeaders.prototype, GlobalHeaders.prototype);
var newHeadersFromIncoming = (incoming) => globalThis.Headers === GlobalHeaders ? new RequestHeaders(incoming) : materializeHeaders(incoming.rawHeaders, globalThis.Headers);
var reValidRequestUrl = /^\/[!#$&-;=?-\[\]_a-z~]*$/;
var reDotSegment = /\/\.\.?(?:[/?#]|$)/;
var reValidHost = /^[a-z0-9._-]+(?::(?:[1-5]\d{3,4}|[6-9]\d{3}))?$/;
var validateRequestTarget = (target) => {
	const backslash = target.indexOf("\\");
	if (backslash !== -1) {
		const query = target.indexOf("?");
		if (query === -1 || backslash < query) throw new RequestError("Backslash in request path");
	}
};
var buildUrl = (scheme, host, incomingUrl) => {
	const url = `${scheme}://${host}${incomingUrl}`;
	if (!reValidHost.test(host)) {
		validateRequestTarget(incomingUrl);
		const urlObj = new URL(url);
		if (urlObj.hostname.length !== host.length && urlObj.hostname !== (host.includes(":") ? host.replace(/:\d+$/, "") : host).toLowerCase()) throw new RequestError("Invalid host header");
		return urlObj.href;
	} else if (incomingUrl.length === 0) return url + "/";
	else {
		if (incomingUrl.charCodeAt(0) !== 47) throw new RequestError("Invalid URL");
		if (!reValidRequestUrl.test(incomingUrl) || reDotSegment.test(incomingUrl)) {
			validateRequestTarget(incomingUrl);
			return new URL(url).href;
		}
		return url;
	}
};
var toRequestError = (e) => {
	if (e instanceof RequestError) return e;
	return new RequestError(e.message, { cause: e });
};
var GlobalRequest = global.Request;
var Request$1 = class extends GlobalRequest {
	constructor(input, options) {
		if (typeof input === "object" && getRequestCache in input) {
			const hasReplacementBody = options !== void 0 && "body" in options && options.body != null;
			if (input[bodyConsumedDirectlyKey] && !hasReplacementBody) throw new TypeError("Cannot construct a Request with a Request object that has already been used.");
			input = input[getRequestCache]();
		}
		if (typeof (options?.body)?.getReader !== "undefined") options.duplex ??= "half";
		super(input, options);
	}
};
var wrapBodyStream = Symbol("wrapBodyStream");
var byteExactEncodings = /* @__PURE__ */ new Set([
	"latin1",
	"binary",
	"hex",
	"base64",
	"base64url"
]);
var isByteExactEncoding = (encoding) => encoding === null || byteExactEncodings.has(encoding);
var bodyBufferedBeforeDisconnectKey = Symbol("bodyBufferedBeforeDisconnect");
var bodyBufferedLengthBeforeDisconnectKey = Symbol("bodyBufferedLengthBeforeDisconnect");
var toBufferChunk = (chunk, encoding) => Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk, encoding ?? "utf8");
var isRecoverableDisconnectedIncoming = (incoming) => !(incoming instanceof Http2ServerRequest) && !!incoming.complete && !!incoming.readableAborted && typeof incoming.read === "function" && isByteExactEncoding(incoming.readableEncoding);
var recordBodyBufferedBeforeDisconnect = (incoming) => {
	if (incoming.readableDidRead || !isRecoverableDisconnectedIncoming(incoming)) return;
	const incomingWithRecovery = incoming;
	incomingWithRecovery[bodyBufferedLengthBeforeDisconnectKey] ??= incoming.readableLength;
};
var readBodyBufferedBeforeDisconnect = (incoming, chunks) => {
	if (incoming.readableDidRead && !chunks || !isRecoverableDisconnectedIncoming(incoming)) return;
	const incomingWithRecovery = incoming;
	if (incomingWithRecovery[bodyBufferedBeforeDisconnectKey] !== void 0) return incomingWithRecovery[bodyBufferedBeforeDisconnectKey];
	let result;
	const errored = incoming.errored;
	if (errored && errored.code !== "ECONNRESET") result = errored;
	else if (incomingWithRecovery[bodyBufferedLengthBeforeDisconnectKey] !== void 0 && incoming.readableLength !== incomingWithRecovery[bodyBufferedLengthBeforeDisconnectKey]) result = newBodyUnusableError();
	else {
		const bodyChunks = chunks ?? [];
		const chunk = incoming.read();
		if (chunk !== null) bodyChunks.push(toBufferChunk(chunk, incoming.readableEncoding));
		const buffer = bodyChunks.length === 1 ? bodyChunks[0] : Buffer.concat(bodyChunks);
		result = buffer;
		const contentLength = incoming.headers["content-length"];
		if (typeof contentLength === "string" && /^\d+$/.test(contentLength)) {
			const expectedLength = Number(contentLength);
			if (Number.isSafeInteger(expectedLength) && buffer.length !== expectedLength) result = newBodyUnusableError();
		}
	}
	incomingWithRecovery[bodyBufferedBeforeDisconnectKey] = result;
	return result;
};
var enqueueBufferedBody = (controller, buffered) => {
	if (buffered instanceof Error) {
		controller.error(buffered);
		return;
	}
	if (buffered.length > 0) controller.enqueue(buffered);
	controller.close();
};
var newRequestFromIncoming = (method, url, headers, incoming, abortController) => {
	const init = {
		method,
		headers,
		signal: abortController.signal
	};
	if (method === "TRACE") {
		init.method = "GET";
		const req = new Request$1(url, init);
		Object.defineProperty(req, "method", { get() {
			return "TRACE";
		} });
		return req;
	}
	if (!(method === "GET" || method === "HEAD")) if ("rawBody" in incoming && incoming.rawBody instanceof Buffer) init.body = new ReadableStream({ start(controller) {
		controller.enqueue(incoming.rawBody);
		controller.close();
	} });
	else if (incoming[wrapBodyStream]) {
		let reader;
		init.body = new ReadableStream({ async pull(controller) {
			try {
				if (!reader) {
					const buffered = readBodyBufferedBeforeDisconnect(incoming);
					if (buffered !== void 0) {
						enqueueBufferedBody(controller, buffered);
						return;
					}
				}
				reader ||= Readable.toWeb(incoming).getReader();
				const { done, value } = await reader.read();
				if (done) controller.close();
				else controller.enqueue(value);
			} catch (error) {
				controller.error(error);
			}
		} });
	} else {
		const buffered = readBodyBufferedBeforeDisconnect(incoming);
		if (buffered !== void 0) init.body = new ReadableStream({ start(controller) {
			enqueueBufferedBody(controller, buffered);
		} });
		else init.body = Readable.toWeb(incoming);
	}
	return new Request$1(url, init);
};
var getRequestCache = Symbol("getRequestCache");
var requestCache = Symbol("requestCache");
var incomingKey = Symbol("incomingKey");
var urlKey = Symbol("urlKey");
var methodKey = Symbol("methodKey");
var headersKey = Symbol("headersKey");
var abortControllerKey = Symbol("abortControllerKey");
var getAbortController = Symbol("getAbortController");
var abortRequest = Symbol("abortRequest");
var bodyBufferKey = Symbol("bodyBuffer");
var bodyReadPromiseKey = Symbol("bodyReadPromise");
var bodyConsumedDirectlyKey = Symbol("bodyConsumedDirectly");
var bodyLockReaderKey = Symbol("bodyLockReader");
var abortReasonKey = Symbol("abortReason");
var newBodyUnusableError = () => {
	return /* @__PURE__ */ new TypeError("Body is unusable");
};
var rejectBodyUnusable = () => {
	return Promise.reject(newBodyUnusableError());
};
var textDecoder = new TextDecoder();
var consumeBodyDirectOnce = (request) => {
	if (request[bodyConsumedDirectlyKey]) return rejectBodyUnusable();
	request[bodyConsumedDirectlyKey] = true;
};
var toArrayBuffer = (buf) => {
	return buf.buffer.slice(buf.byteOffset, buf.byteOffset + buf.byteLength);
};
var contentType = (request) => {
	return (request[headersKey] ||= newHeadersFromIncoming(request[incomingKey])).get("content-type") || "";
};
var methodTokenRegExp = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
var normalizeIncomingMethod = (method) => {
	if (typeof method !== "string" || method.length === 0) return "GET";
	switch (method) {
		case "DELETE":
		case "GET":
		case "HEAD":
		case "OPTIONS":
		case "PATCH":
		case "POST":
		case "PUT":
		case "QUERY": return method;
	}
	const upper = method.toUpperCase();
	switch (upper) {
		case "DELETE":
		case "GET":
		case "HEAD":
		case "OPTIONS":
		case "POST":
		case "PUT": return upper;
		default: return method;
	}
};
var validateDirectReadMethod = (method) => {
	if (!methodTokenRegExp.test(method)) return /* @__PURE__ */ new TypeError(`'${method}' is not a valid HTTP method.`);
	const normalized = method.toUpperCase();
	if (normalized === "CONNECT" || normalized === "TRACK" || normalized === "TRACE" && method !== "TRACE") return /* @__PURE__ */ new TypeError(`'${method}' HTTP method is unsupported.`);
};
var readBodyWithFastPath = (request, method, fromBuffer) => {
	if (request[bodyConsumedDirectlyKey]) return rejectBodyUnusable();
	const methodName = request.method;
	if (methodName === "GET" || methodName === "HEAD") return request[getRequestCache]()[method]();
	const methodValidationError = validateDirectReadMethod(methodName);
	if (methodValidationError) return Promise.reject(methodValidationError);
	if (request[requestCache]) {
		if (methodName !== "TRACE") return request[requestCache][method]();
	}
	const alreadyUsedError = consumeBodyDirectOnce(request);
	if (alreadyUsedError) return alreadyUsedError;
	const raw = readRawBodyIfAvailable(request);
	if (raw) {
		const result = Promise.resolve(fromBuffer(raw, request));
		request[bodyBufferKey] = void 0;
		return result;
	}
	return readBodyDirect(request).then((buf) => {
		const result = fromBuffer(buf, request);
		request[bodyBufferKey] = void 0;
		return result;
	});
};
var readRawBodyIfAvailable = (request) => {
	const incoming = request[incomingKey];
	if ("rawBody" in incoming && incoming.rawBody instanceof Buffer) return incoming.rawBody;
};
var normalizeAbortError = (request, incoming) => {
	if (incoming.errored) return incoming.errored;
	const reason = request[abortReasonKey];
	if (reason !== void 0) return reason instanceof Error ? reason : new Error(String(reason));
	return /* @__PURE__ */ new Error("Client connection prematurely closed.");
};
var readBodyDirect = (request) => {
	if (request[bodyBufferKey]) return Promise.resolve(request[bodyBufferKey]);
	if (request[bodyReadPromiseKey]) return request[bodyReadPromiseKey];
	const incoming = request[incomingKey];
	if (incoming.readableDidRead) return rejectBodyUnusable();
	const buffered = readBodyBufferedBeforeDisconnect(incoming);
	if (buffered !== void 0) {
		if (buffered instanceof Error) return Promise.reject(buffered);
		request[bodyBufferKey] = buffered;
		return Promise.resolve(buffered);
	}
	const promise = new Promise((resolve, reject) => {
		const chunks = [];
		let settled = false;
		const finish = (callback) => {
			if (settled) return;
			settled = true;
			cleanup();
			callback();
		};
		const recoverCompleteBodyAfterDisconnect = (error) => {
			const streamError = incoming.errored ?? error;
			if (!isRecoverableDisconnectedIncoming(incoming) || streamError && streamError.code !== "ECONNRESET") return false;
			finish(() => {
				const recovered = readBodyBufferedBeforeDisconnect(incoming, chunks);
				if (recovered instanceof Error) reject(recovered);
				else if (recovered === void 0) reject(error ?? normalizeAbortError(request, incoming));
				else {
					request[bodyBufferKey] = recovered;
					resolve(recovered);
				}
			});
			return true;
		};
		const onData = (chunk) => {
			chunks.push(toBufferChunk(chunk, incoming.readableEncoding));
		};
		const onEnd = () => {
			finish(() => {
				const buffer = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
				request[bodyBufferKey] = buffer;
				resolve(buffer);
			});
		};
		const onError = (error) => {
			if (recoverCompleteBodyAfterDisconnect(error)) return;
			finish(() => {
				reject(error);
			});
		};
		const onClose = () => {
			if (incoming.readableEnded) {
				onEnd();
				return;
			}
			if (recoverCompleteBodyAfterDisconnect()) return;
			finish(() => {
				reject(normalizeAbortError(request, incoming));
			});
		};
		const cleanup = () => {
			incoming.off("data", onData);
			incoming.off("end", onEnd);
			incoming.off("error", onError);
			incoming.off("close", onClose);
			request[bodyReadPromiseKey] = void 0;
		};
		incoming.on("data", onData);
		incoming.on("end", onEnd);
		incoming.on("error", onError);
		incoming.on("close", onClose);
		queueMicrotask(() => {
			if (settled) return;
			if (incoming.readableEnded) onEnd();
			else if (incoming.errored) onError(incoming.errored);
			else if (incoming.destroyed) onClose();
		});
	});
	request[bodyReadPromiseKey] = promise;
	return promise;
};
var requestPrototype = {
	get method() {
		return this[methodKey];
	},
	get url() {
		return this[urlKey];
	},
	get headers() {
		return this[headersKey] ||= newHeadersFromIncoming(this[incomingKey]);
	},
	[abortRequest](reason) {
		if (this[abortReasonKey] === void 0) this[abortReasonKey] = reason;
		const abortController = this[abortControllerKey];
		if (abortController && !abortController.signal.aborted) abortController.abort(reason);
	},
	[getAbortController]() {
		this[abortControllerKey] ||= new AbortController();
		if (this[abortReasonKey] !== void 0 && !this[abortControllerKey].signal.aborted) this[abortControllerKey].abort(this[abortReasonKey]);
		return this[abortControllerKey];
	},
	[getRequestCache]() {
		const abortController = this[getAbortController]();
		if (this[requestCache]) return this[requestCache];
		const method = this.method;
		if (this[bodyConsumedDirectlyKey] && !(method === "GET" || method === "HEAD")) {
			this[bodyBufferKey] = void 0;
			const init = {
				method: method === "TRACE" ? "GET" : method,
				headers: this.headers,
				signal: abortController.signal
			};
			if (method !== "TRACE") {
				init.body = new ReadableStream({ start(c) {
					c.close();
				} });
				init.duplex = "half";
			}
			const req = new Request$1(this[urlKey], init);
			if (method === "TRACE") Object.defineProperty(req, "method", { get() {
				return "TRACE";
			} });
			return this[requestCache] = req;
		}
		return this[requestCache] = newRequestFromIncoming(this.method, this[urlKey], this.headers, this[incomingKey], abortController);
	},
	get body() {
		if (!this[bodyConsumedDirectlyKey]) return this[getRequestCache]().body;
		const request = this[getRequestCache]();
		if (!this[bodyLockReaderKey] && request.body) this[bodyLockReaderKey] = request.body.getReader();
		return request.body;
	},
	get bodyUsed() {
		if (this[bodyConsumedDirectlyKey]) return true;
		if (this[requestCache]) return this[requestCache].bodyUsed;
		return false;
	}
};
Object.defineProperty(requestPrototype, "signal", { get() {
	return this[getAbortController]().signal;
} });
[
	"cache",
	"credentials",
	"destination",
	"duplex",
	"integrity",
	"mode",
	"redirect",
	"referrer",
	"referrerPolicy",
	"keepalive"
].forEach((k) => {
	Object.defineProperty(requestPrototype, k, { get() {
		return this[getRequestCache]()[k];
	} });
});
["clone", "formData"].forEach((k) => {
	Object.defineProperty(requestPrototype, k, { value: function() {
		if (this[bodyConsumedDirectlyKey]) {
			if (k === "clone") throw newBodyUnusableError();
			return rejectBodyUnusable();
		}
		return this[getRequestCache]()[k]();
	} });
});
Object.defineProperty(requestPrototype, "text", { value: function() {
	return readBodyWithFastPath(this, "text", (buf) => textDecoder.decode(buf));
} });
Object.defineProperty(requestPrototype, "arrayBuffer", { value: function() {
	return readBodyWithFastPath(this, "arrayBuffer", (buf) => toArrayBuffer(buf));
} });
Object.defineProperty(requestPrototype, "blob", { value: function() {
	return readBodyWithFastPath(this, "blob", (buf, request) => {
		const type = contentType(request);
		return new Response(buf, type ? { headers: { "content-type": type } } : void 0).blob();
	});
} });
Object.defineProperty(requestPrototype, "json", { value: function() {
	if (this[bodyConsumedDirectlyKey]) return rejectBodyUnusable();
	return this.text().then(JSON.parse);
} });
Object.defineProperty(requestPrototype, Symbol.for("nodejs.util.inspect.custom"), { value: function(depth, options, inspectFn) {
	return `Request (lightweight) ${inspectFn({
		method: this.method,
		url: this.url,
		headers: this.headers,
		nativeRequest: this[requestCache]
	}, {
		...options,
		depth: depth == null ? null : depth - 1
	})}`;
} });
Object.setPrototypeOf(requestPrototype, Request$1.prototype);
var newRequest = (incoming, defaultHostname) => {
	const req = Object.create(requestPrototype);
	req[incomingKey] = incoming;
	req[methodKey] = normalizeIncomingMethod(incoming.method);
	const incomingUrl = incoming.url || "";
	if (incomingUrl[0] !== "/" && (incomingUrl.startsWith("http://") || incomingUrl.startsWith("https://"))) {
		if (incoming instanceof Http2ServerRequest) throw new RequestError("Absolute URL for :path is not allowed in HTTP/2");
		try {
			validateRequestTarget(incomingUrl);
			req[urlKey] = new URL(incomingUrl).href;
		} catch (e) {
			throw new RequestError("Invalid absolute URL", { cause: e });
		}
		return req;
	}
	const host = (incoming instanceof Http2ServerRequest ? incoming.authority : incoming.headers.host) || defaultHostname;
	if (!host) throw new RequestError("Missing host header");
	let scheme;
	if (incoming instanceof Http2ServerRequest) {
		scheme = incoming.scheme;
		if (!(scheme === "http" || scheme === "https")) throw new RequestError("Unsupported scheme");
	} else scheme = incoming.socket && incoming.socket.encrypted ? "https" : "http";
	try {
		req[urlKey] = buildUrl(scheme, host, incomingUrl);
	} catch (e) {
		if (e instanceof RequestError) throw e;
		else throw new RequestError("Invalid URL", { cause: e });
	}
	return req;
};
var defaultContentType = "text/plain; charset=UTF-8";
var responseCache = Symbol("responseCache");
var getResponseCache = Symbol("getResponseCache");
var cacheKey = Symbol("cache");
var GlobalResponse = global.Response;
var Response$1 = class Response$1 {
	#body;
	#init;
	[getResponseCache]() {
		const cache = this[cacheKey];
		const liveHeaders = cache && cache[2] instanceof Headers ? cache[2] : void 0;
		delete this[cacheKey];
		return this[responseCache] ||= new GlobalResponse(this.#body, liveHeaders ? {
			status: this.#init?.status,
			statusText: this.#init?.statusText,
			headers: liveHeaders
		} : this.#init);
	}
	constructor(body, init) {
		let headers;
		this.#body = body;
		if (init instanceof GlobalResponse) {
			const cachedGlobalResponse = init[responseCache];
			if (cachedGlobalResponse) {
				this.#init = cachedGlobalResponse;
				this[getResponseCache]();
				return;
			}
			this.#init = init instanceof Response$1 ? init.#init : init;
			headers = new Headers(init.headers);
		} else this.#init = init;
		if (body == null || typeof body === "string" || typeof body?.getReader !== "undefined" || body instanceof Blob || body instanceof Uint8Array) this[cacheKey] = [
			init?.status || 200,
			body ?? null,
			headers || init?.headers
		];
	}
	get headers() {
		const cache = this[cacheKey];
		if (cache) {
			if (!(cache[2] instanceof Headers)) cache[2] = new Headers(cache[2] || (cache[1] === null ? void 0 : { "content-type": defaultContentType }));
			return cache[2];
		}
		return this[getResponseCache]().headers;
	}
	get status() {
		return this[cacheKey]?.[0] ?? this[getResponseCache]().status;
	}
	get ok() {
		const status = this.status;
		return status >= 200 && status < 300;
	}
};
[
	"body",
	"bodyUsed",
	"redirected",
	"statusText",
	"trailers",
	"type",
	"url"
].forEach((k) => {
	Object.defineProperty(Response$1.prototype, k, { get() {
		return this[getResponseCache]()[k];
	} });
});
[
	"arrayBuffer",
	"blob",
	"clone",
	"formData",
	"json",
	"text"
].forEach((k) => {
	Object.defineProperty(Response$1.prototype, k, { value: function() {
		return this[getResponseCache]()[k]();
	} });
});
Object.defineProperty(Response$1.prototype, Symbol.for("nodejs.util.inspect.custom"), { value: function(depth, options, inspectFn) {
	return `Response (lightweight) ${inspectFn({
		status: this.status,
		headers: this.headers,
		ok: this.ok,
		nativeResponse: this[responseCache]
	}, {
		...options,
		depth: depth == null ? null : depth - 1
	})}`;
} });
Object.setPrototypeOf(Response$1, GlobalResponse);
Object.setPrototypeOf(Response$1.prototype, GlobalResponse.prototype);
var validRedirectUrl = /^https?:\/\/[!#-;=?-[\]_a-z~A-Z]+$/;
var parseRedirectUrl = (url) => {
	if (url instanceof URL) return url.href;
	if (validRedirectUrl.test(url)) return url;
	return new URL(url).href;
};
var validRedirectStatuses = /* @__PURE__ */ new Set([
	301,
	302,
	303,
	307,
	308
]);
Object.defineProperty(Response$1, "redirect", {
	value: function redirect(url, status = 302) {
		if (!validRedirectStatuses.has(status)) throw new RangeError("Invalid status code");
		return new Response$1(null, {
			status,
			headers: { location: parseRedirectUrl(url) }
		});
	},
	writable: true,
	configurable: true
});
Object.defineProperty(Response$1, "json", {
	value: function json(data, init) {
		const body = JSON.stringify(data);
		if (body === void 0) throw new TypeError("The data is not JSON serializable");
		const initHeaders = init?.headers;
		let headers;
		if (initHeaders) {
			headers = new Headers(initHeaders);
			if (!headers.has("content-type")) headers.set("content-type", "application/json");
		} else headers = { "content-type": "application/json" };
		return new Response$1(body, {
			status: init?.status ?? 200,
			statusText: init?.statusText,
			headers
		});
	},
	writable: true,
	configurable: true
});
async function readWithoutBlocking(readPromise) {
	return Promise.race([readPromise, Promise.resolve().then(() => Promise.resolve(void 0))]);
}
function writeFromReadableStreamDefaultReader(reader, writable, currentReadPromise) {
	const cancel = (error) => {
		reader.cancel(error).catch(() => {});
	};
	const stream = writable.stream;
	if (writable.destroyed || stream?.closed || stream?.destroyed) {
		cancel();
		return reader.closed;
	}
	writable.on("close", cancel);
	writable.on("error", cancel);
	(currentReadPromise ?? reader.read()).then(flow, handleStreamError);
	return reader.closed.finally(() => {
		writable.off("close", cancel);
		writable.off("error", cancel);
	});
	function handleStreamError(error) {
		if (error) writable.destroy(error);
	}
	function onDrain() {
		reader.read().then(flow, handleStreamError);
	}
	function flow({ done, value }) {
		try {
			if (done) writable.end();
			else if (!writable.write(value)) writable.once("drain", onDrain);
			else reader.read().then(flow, handleStreamError);
		} catch (e) {
			handleStreamError(e);
		}
	}
}
function writeFromReadableStream(stream, writable) {
	if (stream.locked) throw new TypeError("ReadableStream is locked.");
	else if (writable.destroyed) {
		stream.cancel().catch(() => {});
		return;
	}
	return writeFromReadableStreamDefaultReader(stream.getReader(), writable);
}
var buildOutgoingHttpHeaders = (headers, defaultContentType) => {
	const res = {};
	if (!(headers instanceof Headers)) headers = new Headers(headers ?? void 0);
	if (headers.has("set-cookie")) {
		const cookies = [];
		for (const [k, v] of headers) if (k === "set-cookie") cookies.push(v);
		else res[k] = v;
		if (cookies.length > 0) res["set-cookie"] = cookies;
	} else for (const [k, v] of headers) res[k] = v;
	if (defaultContentType) res["content-type"] ??= defaultContentType;
	return res;
};
var outgoingEnded = Symbol("outgoingEnded");
var incomingDraining = Symbol("incomingDraining");
var DRAIN_TIMEOUT_MS = 500;
var MAX_DRAIN_BYTES = 67108864;
var drainIncoming = (incoming) => {
	const incomingWithDrainState = incoming;
	if (incoming.destroyed || incomingWithDrainState[incomingDraining]) return;
	incomingWithDrainState[incomingDraining] = true;
	if (incoming instanceof Http2ServerRequest) {
		try {
			incoming.stream?.close?.(constants$1.NGHTTP2_NO_ERROR);
		} catch {}
		return;
	}
	let bytesRead = 0;
	const cleanup = () => {
		clearTimeout(timer);
		incoming.off("data", onData);
		incoming.off("end", cleanup);
		incoming.off("error", cleanup);
	};
	const forceClose = () => {
		cleanup();
		const socket = incoming.socket;
		if (socket && !socket.destroyed) {
			if (typeof socket.destroySoon === "function") socket.destroySoon();
			else if (typeof socket.destroy === "function") socket.destroy();
		}
	};
	const timer = setTimeout(forceClose, DRAIN_TIMEOUT_MS);
	timer.unref?.();
	const onData = (chunk) => {
		bytesRead += chunk.length;
		if (bytesRead > MAX_DRAIN_BYTES) forceClose();
	};
	incoming.on("data", onData);
	incoming.on("end", cleanup);
	incoming.on("error", cleanup);
	incoming.resume();
};
var makeCloseHandler = (req, incoming, outgoing, needsBodyCleanup) => () => {
	if (incoming.errored) {
		recordBodyBufferedBeforeDisconnect(incoming);
		req[abortRequest](incoming.errored.toString());
	} else if (!outgoing.writableFinished || incoming instanceof Http2ServerRequest && incoming.aborted) {
		recordBodyBufferedBeforeDisconnect(incoming);
		req[abortRequest]("Client connection prematurely closed.");
	}
	if (needsBodyCleanup && !incoming.readableEnded) setTimeout(() => {
		if (!incoming.readableEnded) setTimeout(() => {
			drainIncoming(incoming);
		});
	});
};
var isImmediateCacheableResponse = (res) => {
	if (!(cacheKey in res)) return false;
	const body = res[cacheKey][1];
	return body === null || typeof body === "string" || body instanceof Uint8Array;
};
var handleRequestError = () => new Response(null, { status: 400 });
var handleFetchError = (e) => new Response(null, { status: e instanceof Error && (e.name === "TimeoutError" || e.constructor.name === "TimeoutError") ? 504 : 500 });
var handleResponseError = (e, outgoing) => {
	const err = e instanceof Error ? e : new Error("unknown error", { cause: e });
	if (err.code === "ERR_STREAM_PREMATURE_CLOSE") console.info("The user aborted a request.");
	else {
		console.error(e);
		if (!outgoing.headersSent) {
			if (outgoing instanceof ServerResponse) outgoing._contentLength = null;
			outgoing.writeHead(500, { "Content-Type": "text/plain" });
		}
		outgoing.end(`Error: ${err.message}`);
		outgoing.destroy(err);
	}
};
var flushHeaders = (outgoing) => {
	if ("flushHeaders" in outgoing && outgoing.writable) outgoing.flushHeaders();
};
var trySetContentLength = (outgoing, status, length) => {
	const http1 = outgoing;
	if (http1._contentLength === null && http1._hasBody && http1.useChunkedEncodingByDefault && !http1._removedContLen && status >= 200 && status !== 204 && status !== 304 && !outgoing.hasHeader("content-length") && !outgoing.hasHeader("transfer-encoding") && !outgoing.hasHeader("trailer")) {
		http1._contentLength = length;
		return true;
	}
	return false;
};
var writeDefaultHeaders = (outgoing, status, length) => {
	if (trySetContentLength(outgoing, status, length)) outgoing.writeHead(status, { "Content-Type": defaultContentType });
	else outgoing.writeHead(status, {
		"Content-Type": defaultContentType,
		"Content-Length": length
	});
};
var responseViaCache = async (res, outgoing) => {
	let [status, body, header] = res[cacheKey];
	if (!header) {
		if (body === null) {
			outgoing.writeHead(status);
			outgoing.end();
		} else if (typeof body === "string") {
			writeDefaultHeaders(outgoing, status, Buffer.byteLength(body));
			outgoing.end(body);
		} else if (body instanceof Uint8Array) {
			writeDefaultHeaders(outgoing, status, body.byteLength);
			outgoing.end(body);
		} else if (body instanceof Blob) {
			writeDefaultHeaders(outgoing, status, body.size);
			outgoing.end(new Uint8Array(await body.arrayBuffer()));
		} else {
			outgoing.writeHead(status, { "Content-Type": defaultContentType });
			flushHeaders(outgoing);
			await writeFromReadableStream(body, outgoing)?.catch((e) => handleResponseError(e, outgoing));
		}
		outgoing[outgoingEnded]?.();
		return;
	}
	let hasContentLength = false;
	let plainHeaders = false;
	let canAutoLength = true;
	if (header instanceof Headers) {
		hasContentLength = header.has("content-length");
		header = buildOutgoingHttpHeaders(header, body === null ? void 0 : defaultContentType);
	} else if (Array.isArray(header)) {
		const headerObj = new Headers(header);
		hasContentLength = headerObj.has("content-length");
		header = buildOutgoingHttpHeaders(headerObj, body === null ? void 0 : defaultContentType);
	} else {
		plainHeaders = true;
		for (const key in header) {
			if (key.length === 14 && key.toLowerCase() === "content-length") {
				hasContentLength = true;
				break;
			}
			if (key.length === 17 && key.toLowerCase() === "transfer-encoding" || key.length === 7 && key.toLowerCase() === "trailer") canAutoLength = false;
		}
	}
	if (!hasContentLength) {
		let length;
		if (typeof body === "string") length = Buffer.byteLength(body);
		else if (body instanceof Uint8Array) length = body.byteLength;
		else if (body instanceof Blob) length = body.size;
		if (length !== void 0 && (!plainHeaders || !canAutoLength || !trySetContentLength(outgoing, status, length))) {
			if (plainHeaders) header = { ...header };
			header["Content-Length"] = length;
		}
	}
	outgoing.writeHead(status, header);
	if (body == null) outgoing.end();
	else if (typeof body === "string" || body instanceof Uint8Array) outgoing.end(body);
	else if (body instanceof Blob) outgoing.end(new Uint8Array(await body.arrayBuffer()));
	else {
		flushHeaders(outgoing);
		await writeFromReadableStream(body, outgoing)?.catch((e) => handleResponseError(e, outgoing));
	}
	outgoing[outgoingEnded]?.();
};
var isPromise = (res) => typeof res.then === "function";
var responseViaResponseObject = async (res, outgoing, options = {}) => {
	if (isPromise(res)) if (options.errorHandler) try {
		res = await res;
	} catch (err) {
		const errRes = await options.errorHandler(err);
		if (!errRes) return;
		res = errRes;
	}
	else res = await res.catch(handleFetchError);
	if (cacheKey in res) return responseViaCache(res, outgoing);
	const resHeaderRecord = buildOutgoingHttpHeaders(res.headers, res.body === null ? void 0 : defaultContentType);
	if (res.body) {
		const reader = res.body.getReader();
		const values = [];
		let done = false;
		let currentReadPromise = void 0;
		if (resHeaderRecord["transfer-encoding"] !== "chunked") {
			let maxReadCount = 2;
			for (let i = 0; i < maxReadCount; i++) {
				currentReadPromise ||= reader.read();
				const chunk = await readWithoutBlocking(currentReadPromise);
				if (!chunk) {
					if (i === 1) {
						await new Promise((resolve) => setTimeout(resolve));
						maxReadCount = 3;
						continue;
					}
					break;
				}
				currentReadPromise = void 0;
				if (chunk.value) values.push(chunk.value);
				if (chunk.done) {
					done = true;
					break;
				}
			}
			if (done && !("content-length" in resHeaderRecord)) resHeaderRecord["content-length"] = values.reduce((acc, value) => acc + value.length, 0);
		}
		outgoing.writeHead(res.status, resHeaderRecord);
		values.forEach((value) => {
			outgoing.write(value);
		});
		if (done) outgoing.end();
		else {
			if (values.length === 0) flushHeaders(outgoing);
			await writeFromReadableStreamDefaultReader(reader, outgoing, currentReadPromise);
		}
	} else if (resHeaderRecord["x-hono-already-sent"]) {} else {
		outgoing.writeHead(res.status, resHeaderRecord);
		outgoing.end();
	}
	outgoing[outgoingEnded]?.();
};
var getRequestListener = (fetchCallback, options = {}) => {
	const autoCleanupIncoming = options.autoCleanupIncoming ?? true;
	if (options.overrideGlobalObjects !== false && global.Request !== Request$1) {
		Object.defineProperty(global, "Request", { value: Request$1 });
		Object.defineProperty(global, "Response", { value: Response$1 });
	}
	return async (incoming, outgoing) => {
		let res, req;
		let needsBodyCleanup = false;
		let closeHandlerAttached = false;
		const ensureCloseHandler = () => {
			if (!req || closeHandlerAttached) return;
			closeHandlerAttached = true;
			outgoing.on("close", makeCloseHandler(req, incoming, outgoing, needsBodyCleanup));
		};
		try {
			req = newRequest(incoming, options.hostname);
			needsBodyCleanup = autoCleanupIncoming && !(incoming.method === "GET" || incoming.method === "HEAD");
			if (needsBodyCleanup) {
				incoming[wrapBodyStream] = true;
				if (incoming instanceof Http2ServerRequest) outgoing[outgoingEnded] = () => {
					if (!incoming.readableEnded) setTimeout(() => {
						if (!incoming.readableEnded) setTimeout(() => {
							incoming.destroy();
							outgoing.destroy();
						});
					});
				};
			}
			res = fetchCallback(req, {
				incoming,
				outgoing
			});
			if (!isPromise(res) && isImmediateCacheableResponse(res)) {
				if (needsBodyCleanup && !incoming.readableEnded) outgoing.once("finish", () => {
					if (!incoming.readableEnded) drainIncoming(incoming);
				});
				return responseViaCache(res, outgoing);
			}
			ensureCloseHandler();
		} catch (e) {
			if (!res) if (options.errorHandler) {
				ensureCloseHandler();
				res = await options.errorHandler(req ? e : toRequestError(e));
				if (!res) return;
			} else if (!req) res = handleRequestError();
			else res = handleFetchError(e);
			else return handleResponseError(e, outgoing);
		}
		try {
			return await responseViaResponseObject(res, outgoing, options);
		} catch (e) {
			return handleResponseError(e, outgoing);
		}
	};
};
/**
* @link https://developer.mozilla.org/en-US/docs/Web/API/CloseEvent
*/
var CloseEvent = globalThis.CloseEvent ?? class extends Event {
	#eventInitDict;
	constructor(type, eventInitDict = {}) {
		super(type, eventInitDict);
		this.#eventInitDict = eventInitDict;
	}
	get wasClean() {
		return this.#eventInitDict.wasClean ?? false;
	}
	get code() {
		return this.#eventInitDict.code ?? 0;
	}
	get reason() {
		return this.#eventInitDict.reason ?? "";
	}
};
/**
* Node.js has no global `ErrorEvent`, unlike `Event`/`MessageEvent`/`CloseEvent`.
* @link https://developer.mozilla.org/en-US/docs/Web/API/ErrorEvent
*/
var ErrorEvent = globalThis.ErrorEvent ?? class extends Event {
	#eventInitDict;
	constructor(type, eventInitDict = {}) {
		super(type, eventInitDict);
		this.#eventInitDict = eventInitDict;
	}
	get message() {
		return this.#eventInitDict.message ?? "";
	}
	get filename() {
		return this.#eventInitDict.filename ?? "";
	}
	get lineno() {
		return this.#eventInitDict.lineno ?? 0;
	}
	get colno() {
		return this.#eventInitDict.colno ?? 0;
	}
	get error() {
		return this.#eventInitDict.error ?? null;
	}
};
var generateConnectionSymbol = () => Symbol("connection");
var CONNECTION_SYMBOL_KEY = Symbol("CONNECTION_SYMBOL_KEY");
var WAIT_FOR_WEBSOCKET_SYMBOL = Symbol("WAIT_FOR_WEBSOCKET_SYMBOL");
var responseHeadersToSkip = /* @__PURE__ */ new Set([
	"connection",
	"content-length",
	"keep-alive",
	"proxy-authenticate",
	"proxy-authorization",
	"te",
	"trailer",
	"transfer-encoding",
	"upgrade",
	"sec-websocket-accept",
	"sec-websocket-extensions",
	"sec-websocket-protocol"
]);
var appendResponseHeaders = (headers, responseHeaders) => {
	if (!responseHeaders) return;
	responseHeaders.forEach((value, key) => {
		if (responseHeadersToSkip.has(key.toLowerCase())) return;
		headers.push(`${key}: ${value}`);
	});
};
var rejectUpgradeRequest = (socket, status, responseHeaders) => {
	if (socket.destroyed) return;
	const responseLines = ["Connection: close", "Content-Length: 0"];
	appendResponseHeaders(responseLines, responseHeaders);
	socket.end(`HTTP/1.1 ${status.toString()} ${STATUS_CODES[status] ?? ""}\r\n${responseLines.join("\r\n")}\r\n\r
`);
};
var createUpgradeRequest = (request) => {
	const protocol = request.socket.encrypted ? "https" : "http";
	const incomingUrl = request.url ?? "/";
	let url;
	if (incomingUrl[0] !== "/" && (incomingUrl.startsWith("http://") || incomingUrl.startsWith("https://"))) {
		validateRequestTarget(incomingUrl);
		url = new URL(incomingUrl).href;
	} else url = buildUrl(protocol, request.headers.host ?? "localhost", incomingUrl);
	const headers = new Headers();
	for (const key in request.headers) {
		const value = request.headers[key];
		if (!value) continue;
		headers.append(key, Array.isArray(value) ? value[0] : value);
	}
	return new Request(url, { headers });
};
var setupWebSocket = (options) => {
	const { server, fetchCallback, wss } = options;
	const waiterMap = /* @__PURE__ */ new Map();
	wss.on("connection", (ws, request) => {
		const waiter = waiterMap.get(request);
		if (waiter) {
			waiter.resolve(ws);
			waiterMap.delete(request);
		}
	});
	const rejectWaiter = (request) => {
		const waiter = waiterMap.get(request);
		if (waiter) {
			waiterMap.delete(request);
			waiter.reject(/* @__PURE__ */ new Error("WebSocket handshake aborted"));
		}
	};
	const waitForWebSocket = (request, connectionSymbol) => {
		return new Promise((resolve, reject) => {
			waiterMap.set(request, {
				resolve,
				reject,
				connectionSymbol
			});
		});
	};
	server.on("upgrade", async (request, socket, head) => {
		if (request.headers.upgrade?.toLowerCase() !== "websocket") return;
		const ignoreSocketError = () => {};
		const reclaimWaiterOnClose = () => rejectWaiter(request);
		socket.on("error", ignoreSocketError);
		socket.once("close", reclaimWaiterOnClose);
		const env = {
			incoming: request,
			outgoing: void 0,
			wss,
			[WAIT_FOR_WEBSOCKET_SYMBOL]: waitForWebSocket
		};
		let status = 400;
		let responseHeaders;
		try {
			const response = await fetchCallback(createUpgradeRequest(request), env);
			if (response instanceof Response) {
				status = response.status;
				responseHeaders = response.headers;
			}
		} catch (error) {
			if (server.listenerCount("upgrade") === 1) rejectUpgradeRequest(socket, error instanceof RequestError ? 400 : 500);
			return;
		}
		if (socket.destroyed) {
			rejectWaiter(request);
			return;
		}
		const waiter = waiterMap.get(request);
		if (!waiter || waiter.connectionSymbol !== env[CONNECTION_SYMBOL_KEY]) {
			rejectWaiter(request);
			if (server.listenerCount("upgrade") === 1) rejectUpgradeRequest(socket, status, responseHeaders);
			return;
		}
		const addResponseHeaders = (headers) => {
			appendResponseHeaders(headers, responseHeaders);
		};
		wss.on("headers", addResponseHeaders);
		try {
			wss.handleUpgrade(request, socket, head, (ws) => {
				socket.off("close", reclaimWaiterOnClose);
				socket.off("error", ignoreSocketError);
				wss.emit("connection", ws, request);
			});
		} finally {
			wss.off("headers", addResponseHeaders);
		}
	});
	server.on("close", () => {
		wss.close();
	});
};
var upgradeWebSocket = defineWebSocketHelper(async (c, events, options) => {
	if (c.req.header("upgrade")?.toLowerCase() !== "websocket") return;
	const env = c.env;
	const waitForWebSocket = env[WAIT_FOR_WEBSOCKET_SYMBOL];
	if (!waitForWebSocket || !env.incoming) return new Response(null, { status: 500 });
	const connectionSymbol = generateConnectionSymbol();
	env[CONNECTION_SYMBOL_KEY] = connectionSymbol;
	(async () => {
		let ws;
		try {
			ws = await waitForWebSocket(env.incoming, connectionSymbol);
		} catch {
			return;
		}
		const messagesReceivedInStarting = [];
		const bufferMessage = (data, isBinary) => {
			messagesReceivedInStarting.push([data, isBinary]);
		};
		ws.on("message", bufferMessage);
		const ctx = {
			binaryType: "arraybuffer",
			close(code, reason) {
				ws.close(code, reason);
			},
			protocol: ws.protocol,
			raw: ws,
			get readyState() {
				return ws.readyState;
			},
			send(source, opts) {
				ws.send(source, { compress: opts?.compress });
			},
			url: new URL(c.req.url)
		};
		try {
			events?.onOpen?.(new Event("open"), ctx);
		} catch (e) {
			(options?.onError ?? console.error)(e);
		}
		const handleMessage = (data, isBinary) => {
			const datas = Array.isArray(data) ? data : [data];
			for (const data of datas) try {
				events?.onMessage?.(new MessageEvent("message", { data: isBinary ? data instanceof ArrayBuffer ? data : data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength) : typeof data === "string" ? data : Buffer.from(data).toString("utf-8") }), ctx);
			} catch (e) {
				(options?.onError ?? console.error)(e);
			}
		};
		ws.off("message", bufferMessage);
		for (const message of messagesReceivedInStarting) handleMessage(...message);
		ws.on("message", (data, isBinary) => {
			handleMessage(data, isBinary);
		});
		ws.on("close", (code, reason) => {
			try {
				events?.onClose?.(new CloseEvent("close", {
					code,
					reason: reason.toString()
				}), ctx);
			} catch (e) {
				(options?.onError ?? console.error)(e);
			}
		});
		ws.on("error", (error) => {
			try {
				events?.onError?.(new ErrorEvent("error", { error }), ctx);
			} catch (e) {
				(options?.onError ?? console.error)(e);
			}
		});
	})();
	return new Response();
});
var createAdaptorServer = (options) => {
	const fetchCallback = options.fetch;
	const requestListener = getRequestListener(fetchCallback, {
		hostname: options.hostname,
		overrideGlobalObjects: options.overrideGlobalObjects,
		autoCleanupIncoming: options.autoCleanupIncoming
	});
	const server = (options.createServer || createServer)(options.serverOptions || {}, requestListener);
	if (options.websocket && options.websocket.server) {
		if (options.websocket.server.options.noServer !== true) throw new Error("WebSocket server must be created with { noServer: true } option");
		setupWebSocket({
			server,
			fetchCallback,
			wss: options.websocket.server
		});
	}
	return server;
};

/** Listens on the preferred port of 127.0.0.1, or on any free one when that is taken. */
async function listen(name, preferred = 0) {
	let handler = () => new Response("starting", { status: 503 });
	const server = createAdaptorServer({ fetch: (request, bindings) => handler(request, bindings) });
	await bind(server, preferred).catch((error) => {
		if (error.code !== "EADDRINUSE") throw error;
		return bind(server, 0);
	});
	const { port } = server.address();
	const upgraded = /* @__PURE__ */ new Set();
	return {
		port,
		origin: `http://${name}.localhost:${String(port)}`,
		loopback: `http://127.0.0.1:${String(port)}`,
		serve(next) {
			handler = next;
		},
		passUpgrades(to) {
			server.on("upgrade", ({ method, url, rawHeaders }, browser, head) => {
				const other = to();
				const ends = () => {
					for (const end of [browser, other]) end.destroy();
					upgraded.delete(browser);
				};
				for (const end of [browser, other]) end.on("error", ends).on("close", ends);
				upgraded.add(browser);
				const lines = rawHeaders.map((text, index) => text + (index % 2 ? "\r\n" : ": ")).join("");
				other.write(`${method ?? "GET"} ${url ?? "/"} HTTP/1.1\r\n${lines}\r\n`);
				other.write(head);
				browser.pipe(other).pipe(browser);
			});
		},
		close: () => new Promise((resolve) => {
			server.close(() => {
				resolve();
			});
			server.closeAllConnections();
			for (const end of upgraded) end.destroy();
		})
	};
}
var bind = (server, port) => new Promise((resolve, reject) => {
	server.once("error", reject);
	server.listen(port, "127.0.0.1", () => {
		server.off("error", reject);
		resolve();
	});
});

/** Dates as GMO writes them: Japan time, which has no summer time, so nine hours ahead of UTC all year. */
var inJapan = (date) => new Date(date.getTime() + 324e5).toISOString().slice(0, 19);
/** `yyyy-MM-dd HH:mm JST`, for people. */
var japanTime = (date) => `${inJapan(date).slice(0, 16).replace("T", " ")} JST`;
/** RFC 3339: dates of the OpenAPI type. */
var dateTime = (date) => `${inJapan(date)}+09:00`;
/** The last second of the day that is so many days later. */
function endOfDayAfter(date, days) {
	const day = inJapan(new Date(date.getTime() + days * 864e5)).slice(0, 10);
	return /* @__PURE__ */ new Date(`${day}T23:59:59+09:00`);
}
/** `yyyyMMddHHmmss`: TranDate, ProcessDate. */
var processDate = (date) => inJapan(date).replace(/\D/g, "");
/** The moment of `yyyyMMddHHmm`, or null when there is none such: PaymentExpireDate. */
function momentOf(text) {
	const [, year = "", month = "", day = "", hour = "", minute = ""] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
	const moment = /* @__PURE__ */ new Date(`${year}-${month}-${day}T${hour}:${minute}:00+09:00`);
	return Number.isNaN(moment.getTime()) ? null : moment;
}
/** `yyyy-MM-dd-HH-mm-ss`: toBeExpiredAt of a token. */
var tokenExpiry = (date) => inJapan(date).replace(/[T:]/g, "-");
/** Is the month of a card's expiry (`YYMM`) over? */
var isExpired = (expire, now) => expire < inJapan(now).slice(2, 7).replace("-", "");
var sameDay = (a, b) => inJapan(a).slice(0, 10) === inJapan(b).slice(0, 10);
var sameMonth = (a, b) => inJapan(a).slice(0, 7) === inJapan(b).slice(0, 7);

/** What the acquirer and the card network would say: of a card, and of a payment. */
/** One acquirer answers for every card: the number in public recordings of answers for 4111…1111. */
var FORWARD = "2a99662";
var BRANDS$1 = [
	[/^4/, "VISA"],
	[/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, "MASTER"],
	[/^35(?:2[89]|[3-8])/, "JCB"],
	[/^3[47]/, "AMEX"],
	[/^3(?:0[0-5]|[689])/, "DINERS"]
];
/** `brandOf('3528000000000106')` is `JCB`. */
var brandOf = (number) => BRANDS$1.find(([begins]) => begins.test(number))?.[1] ?? "";
var digits$1 = (count) => Array.from({ length: count }, () => String(randomInt(10))).join("");
/** Approve: seven characters, of which the first is a blank now and then, so that nobody trims it. */
var approvalNumber = () => `${randomInt(4) === 0 ? " " : String(randomInt(10))}${digits$1(6)}`;
/** TranID: 28 digits, YYMMDDHHmm of the TranDate and 18 of the network's own. */
var transactionNumber = (tranDate) => `${tranDate.slice(2, 12)}${digits$1(18)}`;

var unlike = (pattern) => (value) => !pattern.test(value);
var longerThan = (limit) => (value) => value.length > limit;
var moreBytesThan = (limit) => (value) => byteLength(value) > limit;
var NUMERIC = /^\d+$/;
var DATE$1 = /^\d{8}$/;
var EMAIL$1 = /^[^\s@]+@[^\s@]+$/;
var HEX = /^[0-9a-f]{32}$/i;
/** Characters that break the answer or that GMO's forms refuse in free text. */
var FREE_TEXT = /^[^\^`{}|~&<>"']*$/;
var format = (pattern, errInfo) => ({ rules: [[unlike(pattern), errInfo]] });
var upTo$1 = (limit, errInfo) => ({ rules: [[longerThan(limit), errInfo]] });
var digits = (limit, tooMany, notNumeric) => ({ rules: [[longerThan(limit), tooMany], [unlike(NUMERIC), notNumeric]] });
var clientField = (tooLong, characters) => ({ rules: [[moreBytesThan(100), tooLong], [unlike(FREE_TEXT), characters]] });
var email$1 = (tooLong, wrong) => ({ rules: [[longerThan(254), tooLong], [unlike(EMAIL$1), wrong]] });
var FIELDS$1 = {
	ShopID: {
		missing: "E01010001",
		...format(/^[a-z0-9]{1,13}$/i, "E01010008")
	},
	ShopPass: {
		missing: "E01020001",
		...format(/^[a-z0-9]{1,10}$/i, "E01020008")
	},
	SiteID: {
		missing: "E01190001",
		...format(/^[a-z0-9]{1,13}$/i, "E01190008")
	},
	SitePass: {
		missing: "E01200001",
		...format(/^[a-z0-9]{1,20}$/i, "E01200008")
	},
	OrderID: {
		missing: "E01040001",
		rules: [[longerThan(27), "E01040003"], [unlike(/^[a-z0-9-]+$/i), "E01040013"]]
	},
	JobCd: {
		missing: "E01050001",
		rules: []
	},
	ItemCode: format(/^\d{7}$/, "E01450008"),
	Amount: {
		missing: "E01060001",
		rules: [
			[longerThan(7), "E01060005"],
			[unlike(NUMERIC), "E01060006"],
			[(value) => /^0+$/.test(value), "E01060011"]
		]
	},
	Tax: digits(7, "E01070005", "E01070006"),
	TdFlag: { rules: [[unlike(/^[012]$/), "E01080007"], [(value) => value === "1", "E01080010"]] },
	TdTenantName: { rules: [[longerThan(25), "E01370012"], [unlike(/^[a-z0-9+/]+={0,2}$/i), "E01370008"]] },
	Tds2Type: format(/^[123]$/, "E01950008"),
	TdRequired: format(/^[012]$/, "E01EZ0008"),
	AccessID: {
		missing: "E01090001",
		...format(HEX, "E01090008")
	},
	AccessPass: {
		missing: "E01100001",
		...format(HEX, "E01100008")
	},
	Method: {
		missing: "E01260001",
		...format(/^[1-5]$/, "E01260002")
	},
	TokenType: format(/^1$/, "E01870008"),
	ClientField1: clientField("E01320012", "E01320013"),
	ClientField2: clientField("E01330012", "E01330013"),
	ClientField3: clientField("E01340012", "E01340013"),
	ClientFieldFlag: format(/^[01]$/, "E01400007"),
	MemberID: {
		missing: "E01220001",
		rules: [[longerThan(60), "E01220005"], [unlike(/^[\w@.-]+$/), "E01220008"]]
	},
	SrcMemberID: format(/^[\w@.-]{1,60}$/, "E01880008"),
	MemberName: { rules: [[moreBytesThan(255), "E01430012"]] },
	SeqMode: format(/^[01]$/, "E01470008"),
	CardSeq: {
		missing: "E01230001",
		...format(/^\d{1,4}$/, "E01230006")
	},
	SrcCardSeq: format(/^\d{1,4}$/, "E01890006"),
	CardName: { rules: [[moreBytesThan(10), "E01130012"]] },
	CardPass: format(/^[!-~]+$/, "E01250008"),
	SecurityCode: format(/^\d{3,4}$/, "E01460008"),
	UpdateType: format(/^\d$/, "E01850008"),
	SearchType: format(/^\d$/, "E01920008"),
	DefaultFlag: format(/^[01]$/, "E01440008"),
	HolderName: { rules: [[longerThan(50), "E01480011"], [unlike(/^[a-z0-9 ,./-]+$/i), "E01480008"]] },
	UseSiteMaskLevel: format(/^[01]$/, "E01910008"),
	RetUrl: {
		missing: "E01E30001",
		rules: [[longerThan(256), "E01E30005"], [(value) => !isReturnUrl(value), "E01E30008"]]
	},
	CompleteUrl: { rules: [[longerThan(256), "E01E30005"], [(value) => !isReturnUrl(value), "E01E30008"]] },
	CancelUrl: { rules: [[longerThan(256), "E01540005"], [(value) => !isReturnUrl(value), "E01E30008"]] },
	RetryMax: digits(2, "E01610005", "E01610006"),
	Lang: format(/^(?:ja|en|zh)$/, "E01660013"),
	CallbackType: format(/^[123]$/, "E01EA0007"),
	Tds2Param: {
		missing: "E01EB0001",
		rules: [[longerThan(2e3), "E01EB0005"]]
	},
	Tds2ChAccChange: format(DATE$1, "E01960008"),
	Tds2ChAccDate: format(DATE$1, "E01970008"),
	Tds2ChAccPwChange: format(DATE$1, "E01980008"),
	Tds2NbPurchaseAccount: digits(4, "E01990005", "E01990006"),
	Tds2PaymentAccAge: format(DATE$1, "E01A00008"),
	Tds2ProvisionAttemptsDay: digits(3, "E01A10005", "E01A10006"),
	Tds2ShipAddressUsage: format(DATE$1, "E01A20008"),
	Tds2ShipNameInd: format(/^0[12]$/, "E01A30008"),
	Tds2SuspiciousAccActivity: format(/^0[12]$/, "E01A40008"),
	Tds2TxnActivityDay: digits(3, "E01A50005", "E01A50006"),
	Tds2TxnActivityYear: digits(3, "E01A60005", "E01A60006"),
	Tds2ThreeDSReqAuthData: { rules: [[moreBytesThan(2048), "E01A70012"]] },
	Tds2ThreeDSReqAuthMethod: format(/^0[1-6]$/, "E01A80008"),
	Tds2ThreeDSReqAuthTimestamp: format(/^\d{12}$/, "E01A90008"),
	Tds2AddrMatch: format(/^[YN]$/, "E01B00008"),
	Tds2BillAddrCity: upTo$1(50, "E01B10005"),
	Tds2BillAddrCountry: format(/^\d{3}$/, "E01B20005"),
	Tds2BillAddrLine1: upTo$1(50, "E01B30005"),
	Tds2BillAddrLine2: upTo$1(50, "E01B40005"),
	Tds2BillAddrLine3: upTo$1(50, "E01B50005"),
	Tds2BillAddrPostCode: upTo$1(16, "E01B60005"),
	Tds2BillAddrState: upTo$1(3, "E01B70005"),
	Tds2Email: email$1("E01B80005", "E01B80008"),
	Tds2HomePhoneCC: upTo$1(3, "E01B90005"),
	Tds2HomePhoneSubscriber: digits(15, "E01C00005", "E01C00006"),
	Tds2MobilePhoneCC: upTo$1(3, "E01C10005"),
	Tds2MobilePhoneSubscriber: digits(15, "E01C20005", "E01C20006"),
	Tds2WorkPhoneCC: upTo$1(3, "E01C30005"),
	Tds2WorkPhoneSubscriber: digits(15, "E01C40005", "E01C40006"),
	Tds2ShipAddrCity: upTo$1(50, "E01C50005"),
	Tds2ShipAddrCountry: format(/^\d{3}$/, "E01C60005"),
	Tds2ShipAddrLine1: upTo$1(50, "E01C70005"),
	Tds2ShipAddrLine2: upTo$1(50, "E01C80005"),
	Tds2ShipAddrLine3: upTo$1(50, "E01C90005"),
	Tds2ShipAddrPostCode: upTo$1(16, "E01D00005"),
	Tds2ShipAddrState: upTo$1(3, "E01D10008"),
	Tds2DeliveryEmailAddress: email$1("E01D20005", "E01D20008"),
	Tds2DeliveryTimeframe: format(/^0[1-4]$/, "E01D30008"),
	Tds2GiftCardAmount: digits(15, "E01D40005", "E01D40006"),
	Tds2GiftCardCount: digits(2, "E01D50005", "E01D50006"),
	Tds2GiftCardCurr: format(/^\d{3}$/, "E01D60005"),
	Tds2PreOrderDate: format(DATE$1, "E01D70008"),
	Tds2PreOrderPurchaseInd: format(/^0[12]$/, "E01D80008"),
	Tds2ReorderItemsInd: format(/^0[12]$/, "E01D90008"),
	Tds2ShipInd: format(/^0[1-7]$/, "E01E00008"),
	Tds2RecurringExpiry: format(DATE$1, "E01E10008"),
	Tds2RecurringFrequency: digits(4, "E01E20005", "E01E20006")
};
/** The risk fields of 3-D Secure 2, all optional. */
var RISK_FIELDS = Object.keys(FIELDS$1).filter((name) => /^Tds2(?!Type|Param)/.test(name));
/** Fields that only mean something together with another: the first, the second, and what is wrong with one of them alone. */
var COMPANIONS = [
	[
		"Tds2BillAddrState",
		"Tds2BillAddrCountry",
		"E01B70010",
		false
	],
	[
		"Tds2ShipAddrState",
		"Tds2ShipAddrCountry",
		"E01D10010",
		false
	],
	[
		"Tds2HomePhoneCC",
		"Tds2HomePhoneSubscriber",
		"E01E70001",
		true
	],
	[
		"Tds2MobilePhoneCC",
		"Tds2MobilePhoneSubscriber",
		"E01E80001",
		true
	],
	[
		"Tds2WorkPhoneCC",
		"Tds2WorkPhoneSubscriber",
		"E01E90001",
		true
	]
];
/** What is wrong with one field: `faultsOf('OrderID', '', true)` is `['E01040001']`. */
function faultsOf(name, value, required) {
	const field = FIELDS$1[name];
	if (value === "") return required && field.missing ? [field.missing] : [];
	return field.rules.filter(([breaks]) => breaks(value)).map(([, errInfo]) => errInfo);
}
/** What is wrong with the risk fields taken together. */
var faultsOfCompanions = (parameters) => COMPANIONS.filter(([name, companion, , bothWays]) => {
	const [has, hasCompanion] = [parameters.get(name) !== "", parameters.get(companion) !== ""];
	return has && !hasCompanion || bothWays && hasCompanion && !has;
}).map(([, , errInfo]) => errInfo);
/** Where a browser may be sent back to: https, or plain http on this very machine. */
function isReturnUrl(text) {
	if (!URL.canParse(text)) return false;
	const { protocol, hostname, username } = new URL(text);
	const loopback = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
	return username === "" && (protocol === "https:" || protocol === "http:" && loopback);
}

/** The calls about members of a site. Their cards: saved-cards.ts. */
/** What every call about a member has. */
var MEMBER = [
	"SiteID",
	"SitePass",
	"MemberID"
];
function memberOf$1(parameters, { store }) {
	const member = store.members.get(parameters.get("MemberID"));
	if (!member) throw new Refusal("E01390002");
	return member;
}
var saveMember = {
	required: MEMBER,
	optional: ["MemberName"],
	run(parameters, { store }) {
		const memberId = parameters.get("MemberID");
		if (store.members.has(memberId)) throw new Refusal("E01390010");
		store.members.set(memberId, {
			memberId,
			memberName: parameters.get("MemberName"),
			cards: [],
			nextCardSeq: 0
		});
		return [["MemberID", memberId]];
	}
};
var searchMember = {
	required: MEMBER,
	optional: [],
	run(parameters, context) {
		const { memberId, memberName } = memberOf$1(parameters, context);
		return [
			["MemberID", memberId],
			["MemberName", memberName],
			["DeleteFlag", "0"]
		];
	}
};
var updateMember = {
	required: MEMBER,
	optional: ["MemberName"],
	run(parameters, context) {
		const member = memberOf$1(parameters, context);
		member.memberName = parameters.get("MemberName");
		return [["MemberID", member.memberId]];
	}
};
var deleteMember$1 = {
	required: MEMBER,
	optional: [],
	run(parameters, context) {
		const { memberId } = memberOf$1(parameters, context);
		context.store.members.delete(memberId);
		context.store.deletedMemberIds.add(memberId);
		return [["MemberID", memberId]];
	}
};
var MEMBER_CALLS = {
	SaveMember: saveMember,
	SearchMember: searchMember,
	UpdateMember: updateMember,
	DeleteMember: deleteMember$1
};

/** One-time tokens: issued for a card, spent by one call. */
/** Half an hour. */
var LIFETIME$1 = 18e5;
/** As version 1 makes them: 64 hexadecimal digits. */
var hexadecimalToken = () => randomBytes(32).toString("hex");
/** As version 2 makes them: 64 characters of base64. All have `+` and `/`, so that a shop is found out that posts them as they are. */
function base64Token() {
	for (;;) {
		const token = randomBytes(48).toString("base64");
		if (token.includes("+") && token.includes("/")) return token;
	}
}
/** Tokens for one card, each good for one call. */
function issueTokens(card, isSecurityCodeSet, count, context, makeToken = hexadecimalToken) {
	const { store, faults, now } = context;
	const fault = faults.get("issuedTokens");
	const expiresAt = new Date(now().getTime() + LIFETIME$1);
	const tokens = Array.from({ length: count }, makeToken);
	for (const token of tokens) store.tokens.set(token, {
		card,
		expiresAt,
		isSecurityCodeSet,
		state: fault === "ok" ? "ready" : fault
	});
	return {
		tokens,
		expiresAt
	};
}
var REFUSALS = {
	spent: "EX1000302",
	expired: "EX1000303",
	malformed: "EX1000304"
};
/** The card of a token, which is worth nothing afterwards, whatever becomes of the call. */
function spendToken(text, context) {
	const token = readyToken(text, context);
	token.state = "spent";
	return token.card;
}
/** The card of a token that is good for a call yet; looking spends nothing. */
var cardOfToken = (text, context) => readyToken(text, context).card;
function readyToken(text, { store, now }) {
	if (!/^[0-9a-z+/]{64}$/i.test(text)) throw new Refusal("EX1000304");
	const token = store.tokens.get(text);
	if (!token) throw new Refusal("EX1000301");
	if (token.state === "ready" && now() >= token.expiresAt) token.state = "expired";
	if (token.state !== "ready") throw new Refusal(REFUSALS[token.state]);
	return token;
}

var ENTRY_JOBS = [
	"CHECK",
	"CAPTURE",
	"AUTH",
	"SAUTH"
];
var ALTER = [
	"SALES",
	"VOID",
	"RETURN",
	"RETURNX",
	"CANCEL",
	"AUTH",
	"CAPTURE"
];
var ALTER_JOBS = ALTER;
var CHANGE_JOBS = [
	"AUTH",
	"CAPTURE",
	"SAUTH"
];
/** Not settled: nothing was asked of the issuer yet, or nothing came of it. */
var UNSETTLED = ["UNPROCESSED", "AUTHENTICATED"];
var DAY$3 = 864e5;
var always = () => true;
var laterMonth = (processedAt, now) => !sameMonth(processedAt, now);
var ALTERATIONS = [
	{
		job: "SALES",
		from: ["AUTH", "SAUTH"],
		when: always,
		to: "SALES",
		repeatsAmount: true
	},
	{
		job: "VOID",
		from: ["AUTH", "SAUTH"],
		when: always,
		to: "VOID",
		repeatsAmount: false
	},
	{
		job: "VOID",
		from: ["CAPTURE", "SALES"],
		when: sameDay,
		to: "VOID",
		repeatsAmount: false
	},
	{
		job: "RETURN",
		from: ["CAPTURE", "SALES"],
		when: sameMonth,
		to: "RETURN",
		repeatsAmount: false
	},
	{
		job: "RETURNX",
		from: ["CAPTURE", "SALES"],
		when: laterMonth,
		to: "RETURNX",
		repeatsAmount: false
	},
	{
		job: "AUTH",
		from: [
			"VOID",
			"RETURN",
			"RETURNX"
		],
		when: always,
		to: "AUTH",
		repeatsAmount: true
	},
	{
		job: "CAPTURE",
		from: [
			"VOID",
			"RETURN",
			"RETURNX"
		],
		when: always,
		to: "CAPTURE",
		repeatsAmount: true
	}
];
/** CANCEL takes the first of these that fits. */
var CANCELLATIONS = [
	"VOID",
	"RETURN",
	"RETURNX"
];
/** Does this JobCd of AlterTran need an Amount? */
var repeatsAmount = (job) => ALTERATIONS.some((row) => row.job === job && row.repeatsAmount);
/** Authorisations can be captured for 60 days, to the end of the last one; nothing can be altered after 180. */
var AUTHORISATION_DAYS = 60;
var ALTERATION_DAYS = 180;
var authorisedUntil = (settledAt) => endOfDayAfter(settledAt, AUTHORISATION_DAYS);
/** The state after an alteration, or why there is none. */
function alter$1(transaction, job, now) {
	const { status, settledAt, processedAt } = transaction;
	if (UNSETTLED.includes(status) || !settledAt) return { refused: "E11010002" };
	if ((now.getTime() - settledAt.getTime()) / DAY$3 > ALTERATION_DAYS) return { refused: "E11010010" };
	const jobs = job === "CANCEL" ? CANCELLATIONS : [job];
	const row = ALTERATIONS.find((each) => jobs.includes(each.job) && each.from.includes(status) && each.when(processedAt, now));
	if (!row) return { refused: "E11010003" };
	if (row.job === "SALES" && now > authorisedUntil(settledAt)) return { refused: "E01420010" };
	return { to: row.to };
}
/** ChangeTran changes the amount and leaves the state: which JobCd belongs to which state. */
var CHANGES = {
	AUTH: ["AUTH"],
	CAPTURE: ["CAPTURE", "SALES"],
	SAUTH: ["SAUTH"]
};

/**
* The calls about the cards of a member: five at most. CardSeq is 0–4 in the order of saving and counts anew when a card is deleted
* (logical mode, SeqMode 0), or a number that a card has for ever (physical mode, SeqMode 1).
*/
var MOST_CARDS = 5;
var saveCard = {
	required: MEMBER,
	optional: [...[
		"SeqMode",
		"CardSeq",
		"DefaultFlag",
		"CardName",
		"CardPass",
		"HolderName",
		"TokenType",
		"UpdateType"
	], ...["SrcMemberID", "SrcCardSeq"]],
	check: faultsOfSource,
	run(parameters, context) {
		const member = memberOf$1(parameters, context);
		if (parameters.get("SrcMemberID") !== "") {
			const source = sourceOf(parameters, context);
			const stored = keep(member, source.card, parameters, context, source);
			return [...saved(member, stored, parameters), ...attributesOf(stored.card)];
		}
		const token = parameters.get("Token");
		const stored = keep(member, cardOfToken(token, context), parameters, context);
		spendToken(token, context);
		return [...saved(member, stored, parameters), ...attributesOf(stored.card)];
	}
};
/** A card comes from a token, or from another place in the site (SrcMemberID and SrcCardSeq). */
function faultsOfSource(parameters) {
	const has = (name) => parameters.get(name) !== "";
	if (has("CardNo")) return ["E61040001"];
	if (!has("SrcMemberID") && !has("SrcCardSeq")) return has("Token") ? [] : ["E01170001", "E01180001"];
	if (has("Token")) return ["E01840010"];
	if (!has("SrcMemberID")) return ["E01880001"];
	return has("SrcCardSeq") ? [] : ["E01890001"];
}
function sourceOf(parameters, { store }) {
	const source = store.members.get(parameters.get("SrcMemberID"));
	if (!source) throw new Refusal("E01880002");
	const cardSeq = Number(parameters.get("SrcCardSeq"));
	if (isOverLimit(cardSeq, parameters)) throw new Refusal("E01890009");
	const found = cardAt(source, cardSeq, parameters);
	if (!found) throw new Refusal("E01890002");
	return found;
}
var searchCard = {
	required: MEMBER,
	optional: [
		"SeqMode",
		"CardSeq",
		"UseSiteMaskLevel"
	],
	run(parameters, context) {
		const member = memberOf$1(parameters, context);
		const found = parameters.get("CardSeq") === "" ? member.cards : [cardOfMember(parameters, context)];
		if (found.length === 0) throw new Refusal("E01240002");
		const rows = found.map((stored) => [
			["CardSeq", cardSeqOf(member, stored, parameters)],
			["DefaultFlag", stored.isDefault ? "1" : "0"],
			["CardName", stored.cardName],
			["CardNo", stored.card.masked],
			["Expire", stored.card.expire],
			["HolderName", stored.holderName],
			["DeleteFlag", "0"],
			...attributesOf(stored.card)
		]);
		return (rows[0] ?? []).map(([name], at) => [name, rows.map((row) => row[at]?.[1] ?? "").join("|")]);
	}
};
var deleteCard = {
	required: [...MEMBER, "CardSeq"],
	optional: ["SeqMode"],
	run(parameters, context) {
		const { cards } = memberOf$1(parameters, context);
		cards.splice(cards.indexOf(cardOfMember(parameters, context)), 1);
		return [["CardSeq", parameters.get("CardSeq")]];
	}
};
var tradedCard = {
	required: [
		"ShopID",
		"ShopPass",
		"OrderID",
		...MEMBER
	],
	optional: [
		"SeqMode",
		"CardSeq",
		"DefaultFlag",
		"CardName",
		"HolderName",
		"UseSiteMaskLevel"
	],
	run(parameters, context) {
		const member = memberOf$1(parameters, context);
		const transaction = context.store.transactionOfOrder(parameters.get("OrderID"));
		if (!transaction) throw new Refusal("E01110002");
		const { card, memberId, status } = transaction;
		if (UNSETTLED.includes(status) || !card) throw new Refusal("E01110010");
		if (memberId !== "" && memberId !== member.memberId) throw new Refusal("E01630010");
		return saved(member, keep(member, card, parameters, context), parameters);
	}
};
var searchCardDetail = {
	required: ["ShopID", "ShopPass"],
	optional: [
		"SearchType",
		"OrderID",
		"SiteID",
		"SitePass",
		"MemberID",
		"SeqMode",
		"CardSeq"
	],
	check(parameters) {
		if (parameters.get("CardNo") !== "") return ["E61040001"];
		return [
			"Token",
			"OrderID",
			"MemberID"
		].filter((name) => parameters.get(name) !== "").length === 1 ? [] : ["E01840010"];
	},
	run(parameters, context) {
		const card = cardInQuestion(parameters, context);
		return [
			["CardNo", card.masked],
			...attributesOf(card),
			...[
				1,
				2,
				3,
				4,
				5
			].map((number) => [`Info${String(number)}`, ""])
		];
	}
};
function cardInQuestion(parameters, context) {
	if (parameters.get("Token") !== "") return cardOfToken(parameters.get("Token"), context);
	if (parameters.get("MemberID") !== "") return savedCardOf(parameters, context).card;
	const transaction = context.store.transactionOfOrder(parameters.get("OrderID"));
	if (!transaction) throw new Refusal("E01110002");
	if (!transaction.card) throw new Refusal("E01110010");
	return transaction.card;
}
var CARD_CALLS = {
	SaveCard: saveCard,
	SearchCard: searchCard,
	DeleteCard: deleteCard,
	TradedCard: tradedCard,
	SearchCardDetail: searchCardDetail
};
/** The saved card that a call of the shop names, with the site's password. */
function savedCardOf(parameters, context) {
	const [siteId, sitePass] = [parameters.get("SiteID"), parameters.get("SitePass")];
	if (siteId !== context.siteId || sitePass !== context.sitePass) throw new Refusal("E01210002");
	return cardOfMember(parameters, context);
}
/** A saved card by its CardSeq. */
function cardOfMember(parameters, context) {
	const member = memberOf$1(parameters, context);
	const cardSeq = Number(parameters.get("CardSeq"));
	if (isOverLimit(cardSeq, parameters)) throw new Refusal("E01230009");
	const found = cardAt(member, cardSeq, parameters);
	if (!found) throw new Refusal("E01240002");
	return found;
}
var isPhysical = (parameters) => parameters.get("SeqMode") === "1";
var isOverLimit = (cardSeq, parameters) => !isPhysical(parameters) && cardSeq >= 5;
var cardAt = ({ cards }, cardSeq, parameters) => isPhysical(parameters) ? cards.find((stored) => stored.cardSeq === cardSeq) : cards[cardSeq];
var cardSeqOf = ({ cards }, stored, parameters) => String(isPhysical(parameters) ? stored.cardSeq : cards.indexOf(stored));
/** Saves a card where CardSeq says; without one, over the same card in physical mode, or as a new one. */
function keep(member, card, parameters, context, source) {
	if (context.store.isNumberOf(member.memberId, card)) throw new Refusal("E01220010");
	if (context.store.isNumberOf(member.memberName, card)) throw new Refusal("E01430010");
	const same = isPhysical(parameters) ? member.cards.find((stored) => stored.card.fingerprint === card.fingerprint) : void 0;
	const known = parameters.get("CardSeq") === "" ? same : cardOfMember(parameters, context);
	if (!known && member.cards.length >= 5) throw new Refusal("E01230009");
	const kept = {
		card,
		holderName: parameters.get("HolderName") || (source?.holderName ?? card.holderName),
		cardName: parameters.get("CardName") || (source?.cardName ?? ""),
		cardPass: parameters.get("CardPass") || (source?.cardPass ?? ""),
		isDefault: parameters.get("DefaultFlag") === "1"
	};
	if (kept.isDefault) for (const stored of member.cards) stored.isDefault = false;
	if (known) return Object.assign(known, kept);
	const stored = {
		cardSeq: member.nextCardSeq++,
		...kept
	};
	member.cards.push(stored);
	return stored;
}
var saved = (member, stored, parameters) => [
	["CardSeq", cardSeqOf(member, stored, parameters)],
	["CardNo", stored.card.masked],
	["Forward", FORWARD]
];
/** The attributes of a card, for shops whose contract has them. Of most the sandbox knows nothing. */
var attributesOf = ({ brand }) => [
	["Brand", brand],
	["DomesticFlag", "2"],
	["IssuerCode", FORWARD],
	["DebitPrepaidFlag", ""],
	["DebitPrepaidIssuerName", ""],
	["ForwardFinal", FORWARD]
];

/** The calls about payments. */
var HIGHEST_AMOUNT = 9999999;
/** The parameters that an authentication needs are opaque to the shop: `param` of the first callback. */
var opaque = () => randomBytes(48).toString("base64url");
var hex32 = () => randomBytes(16).toString("hex");
var unknownJob = (parameters, jobs) => parameters.get("JobCd") !== "" && !jobs.includes(parameters.get("JobCd")) ? ["E01050002"] : [];
function faultsOfSum(parameters) {
	const [amount, tax] = [Number(parameters.get("Amount")), Number(parameters.get("Tax"))];
	return amount <= HIGHEST_AMOUNT && tax <= HIGHEST_AMOUNT && amount + tax > HIGHEST_AMOUNT ? ["E01490005"] : [];
}
var entryTran = {
	required: [
		"ShopID",
		"ShopPass",
		"OrderID",
		"JobCd"
	],
	optional: [
		"Tax",
		"ItemCode",
		"TdFlag",
		"TdTenantName",
		"Tds2Type",
		"TdRequired"
	],
	check: (parameters) => [
		...unknownJob(parameters, ENTRY_JOBS),
		...parameters.get("JobCd") === "CHECK" ? [] : faultsOf("Amount", parameters.get("Amount"), true),
		...faultsOfSum(parameters),
		...parameters.get("TdRequired") === "1" && ["", "0"].includes(parameters.get("TdFlag")) ? ["E01080101"] : []
	],
	run(parameters, { store, now, endpoint = "EntryTran" }) {
		const orderId = parameters.get("OrderID");
		if (store.transactionOfOrder(orderId)) throw new Refusal("E01040010");
		const jobCd = parameters.get("JobCd");
		const transaction = {
			accessId: hex32(),
			accessPass: hex32(),
			orderId,
			itemCode: parameters.get("ItemCode") || "0000990",
			threeDs: {
				wanted: parameters.get("TdFlag") === "2",
				type: parameters.get("Tds2Type") || "1",
				required: parameters.get("TdRequired") || "0",
				tenantName: parameters.get("TdTenantName")
			},
			entryJobCd: jobCd,
			jobCd,
			status: "UNPROCESSED",
			amount: jobCd === "CHECK" ? 0 : Number(parameters.get("Amount")),
			tax: jobCd === "CHECK" ? 0 : Number(parameters.get("Tax")),
			method: "",
			payTimes: "",
			forward: "",
			approve: "",
			tranId: "",
			tranDate: "",
			checkString: "",
			clientFields: [
				"",
				"",
				""
			],
			echoesClientFields: false,
			card: null,
			memberId: "",
			session: null,
			settledAt: null,
			processedAt: now(),
			history: [{
				at: now(),
				call: endpoint,
				status: "UNPROCESSED",
				errInfo: null
			}]
		};
		store.transactions.set(transaction.accessId, transaction);
		return [["AccessID", transaction.accessId], ["AccessPass", transaction.accessPass]];
	}
};
var execTran = {
	required: [
		"AccessID",
		"AccessPass",
		"OrderID"
	],
	optional: [
		...[
			"Method",
			"TokenType",
			"SiteID",
			"SitePass",
			"MemberID",
			"SeqMode",
			"CardSeq",
			"CardPass",
			"SecurityCode"
		],
		...[
			"ClientField1",
			"ClientField2",
			"ClientField3",
			"ClientFieldFlag",
			"RetUrl",
			"CallbackType"
		],
		...RISK_FIELDS
	],
	check: (parameters, { store }) => {
		const transaction = store.transactions.get(parameters.get("AccessID"));
		return [
			...transaction && transaction.entryJobCd !== "CHECK" && parameters.get("Method") === "" ? ["E01260001"] : [],
			...faultsOfPayTimes(parameters),
			...faultsOfCardSource(parameters),
			...transaction?.threeDs.wanted && parameters.get("RetUrl") === "" ? ["E01E30001"] : [],
			...faultsOfCompanions(parameters)
		];
	},
	run(parameters, context) {
		const transaction = transactionOf$1(parameters, context);
		if (transaction.orderId !== parameters.get("OrderID")) throw new Refusal("E01110002");
		if (transaction.status !== "UNPROCESSED") throw new Refusal("E11010001");
		const [card, memberId] = takeCard(parameters, context);
		transaction.card = card;
		transaction.memberId = memberId;
		transaction.method = transaction.entryJobCd === "CHECK" ? "" : parameters.get("Method");
		transaction.payTimes = ["2", "4"].includes(transaction.method) ? parameters.get("PayTimes") : "";
		transaction.clientFields = [
			parameters.get("ClientField1"),
			parameters.get("ClientField2"),
			parameters.get("ClientField3")
		];
		transaction.echoesClientFields = parameters.get("ClientFieldFlag") === "1";
		return recorded(transaction, "ExecTran", context, () => transaction.threeDs.wanted && asksForAuthentication(transaction, card) ? startAuthentication(transaction, parameters, context) : [["ACS", "0"], ...settle(transaction, card, context)]);
	}
};
function faultsOfPayTimes(parameters) {
	const payTimes = parameters.get("PayTimes");
	switch (parameters.get("Method")) {
		case "2":
			if (payTimes === "") return ["E01270001"];
			if (!/^\d+$/.test(payTimes)) return ["E01270006"];
			if (payTimes.length > 2) return ["E01270005"];
			return Number(payTimes) < 2 ? ["E01270010"] : [];
		case "4":
			if (payTimes === "") return ["E01160001"];
			if (!/^\d+$/.test(payTimes)) return ["E01160007"];
			return Number(payTimes) === 2 ? [] : ["E01160010"];
		default: return [];
	}
}
function faultsOfCardSource(parameters) {
	const has = (name) => parameters.get(name) !== "";
	if (has("CardNo")) return ["E61040001"];
	if (has("Token")) return has("MemberID") ? ["E01840010"] : [];
	if (!has("MemberID")) return ["E01170001", "E01180001"];
	return [
		"SiteID",
		"SitePass",
		"CardSeq"
	].flatMap((name) => has(name) ? [] : faultsOf(name, "", true));
}
function takeCard(parameters, context) {
	const memberId = parameters.get("MemberID");
	if (memberId === "") return [spendToken(parameters.get("Token"), context), ""];
	const { card, holderName, cardPass } = savedCardOf(parameters, context);
	if (cardPass !== "" && parameters.get("CardPass") !== cardPass) throw new Refusal("E01250010");
	return [{
		...card,
		holderName
	}, memberId];
}
/** Is there somebody to ask? Throws where 3-D Secure cannot even begin and the shop does not do without. */
function asksForAuthentication({ threeDs }, { behaviour }) {
	if (behaviour.authentication === "cannot-start") throw new Refusal("E21030001");
	if (behaviour.authentication !== "not-enrolled") return true;
	if (threeDs.type !== "3") throw new Refusal("E21030201");
	if (threeDs.required === "1") throw new Refusal("E21030202");
	return false;
}
function startAuthentication(transaction, parameters, { gatewayOrigin, now }) {
	const [transId, ticket] = [randomUUID(), hex32()];
	transaction.session = {
		transId,
		ticket,
		acsTransId: randomUUID(),
		returnUrl: parameters.get("RetUrl"),
		callbackType: callbackTypeOf(parameters.get("CallbackType")),
		startedAt: now(),
		riskFields: RISK_FIELDS.filter((name) => parameters.get(name) !== ""),
		requestorTransId: hex32(),
		parameter: opaque(),
		askedShop: false,
		wantsChallenge: false,
		challengedAt: null,
		approval: null,
		wrongPasswords: 0,
		transStatus: null,
		transStatusReason: ""
	};
	transaction.status = "AUTHENTICATED";
	return [["ACS", "2"], ["RedirectUrl", `${gatewayOrigin}/api/v2/brw/callback?transId=${transId}&t=${ticket}`]];
}
var callbackTypeOf = (text) => text === "2" || text === "3" ? text : "1";
var secureTran2 = {
	required: ["AccessID", "AccessPass"],
	optional: [],
	run(parameters, context) {
		const transaction = transactionOf$1(parameters, context);
		const { card, session, status } = transaction;
		if (!UNSETTLED.includes(status)) throw new Refusal("E11010001");
		if (status !== "AUTHENTICATED" || !card || !session?.transStatus) throw new Refusal("E01E50004");
		const { transStatus } = session;
		return recorded(transaction, "SecureTran2", context, () => {
			const refused = AUTHENTICATION_ERRORS[transStatus](transaction);
			if (refused) throw new Refusal(refused);
			return settle(transaction, card, context);
		});
	}
};
var AUTHENTICATION_ERRORS = {
	Y: () => null,
	A: ({ threeDs }) => threeDs.required === "1" ? "E21030202" : null,
	N: () => "E21030007",
	U: () => "E21030007",
	R: () => "E21030007"
};
var alterTran = {
	required: [
		"ShopID",
		"ShopPass",
		"AccessID",
		"AccessPass",
		"JobCd"
	],
	optional: ["Tax", "Method"],
	check: (parameters) => [
		...unknownJob(parameters, ALTER_JOBS),
		...faultsOf("Amount", parameters.get("Amount"), repeatsAmount(parameters.get("JobCd"))),
		...faultsOfPayTimes(parameters)
	],
	run(parameters, context) {
		const transaction = transactionOf$1(parameters, context);
		const job = parameters.get("JobCd");
		return recorded(transaction, "AlterTran", context, () => {
			const altered = alter$1(transaction, job, context.now());
			if ("refused" in altered) throw new Refusal(altered.refused);
			const [amount, tax] = [Number(parameters.get("Amount")), Number(parameters.get("Tax"))];
			if (repeatsAmount(job) && (amount !== transaction.amount || tax !== transaction.tax)) throw new Refusal("E01060010");
			if (job === "AUTH" || job === "CAPTURE") {
				transaction.method = parameters.get("Method") || transaction.method;
				authoriseAgain(transaction, job, context);
			}
			return operate(transaction, job, altered.to, context);
		});
	}
};
var changeTran = {
	required: [
		"ShopID",
		"ShopPass",
		"AccessID",
		"AccessPass",
		"JobCd",
		"Amount"
	],
	optional: ["Tax"],
	check: (parameters) => [...unknownJob(parameters, CHANGE_JOBS), ...faultsOfSum(parameters)],
	run(parameters, context) {
		const transaction = transactionOf$1(parameters, context);
		const job = parameters.get("JobCd");
		return recorded(transaction, "ChangeTran", context, () => {
			if (UNSETTLED.includes(transaction.status)) throw new Refusal("E11010002");
			if (!CHANGES[job].includes(transaction.status)) throw new Refusal("E11010003");
			transaction.amount = Number(parameters.get("Amount"));
			transaction.tax = Number(parameters.get("Tax"));
			authoriseAgain(transaction, job, context);
			return operate(transaction, job, transaction.status, context);
		});
	}
};
var searchTrade = {
	required: [
		"ShopID",
		"ShopPass",
		"OrderID"
	],
	optional: ["UseSiteMaskLevel"],
	run(parameters, { store, siteId }) {
		const transaction = store.transactionOfOrder(parameters.get("OrderID"));
		if (!transaction) throw new Refusal("E01110002");
		const { card, clientFields } = transaction;
		return [
			["OrderID", transaction.orderId],
			["Status", transaction.status],
			["ProcessDate", processDate(transaction.processedAt)],
			["JobCd", transaction.jobCd],
			["AccessID", transaction.accessId],
			["AccessPass", transaction.accessPass],
			["ItemCode", transaction.itemCode],
			["Amount", String(transaction.amount)],
			["Tax", String(transaction.tax)],
			["SiteID", transaction.memberId === "" ? "" : siteId],
			["MemberID", transaction.memberId],
			["CardNo", card?.masked ?? ""],
			["Expire", card?.expire ?? ""],
			["Method", transaction.method],
			["PayTimes", transaction.payTimes],
			["Forward", transaction.forward],
			["TranID", transaction.tranId],
			["Approve", transaction.approve],
			["ClientField1", clientFields[0]],
			["ClientField2", clientFields[1]],
			["ClientField3", clientFields[2]]
		];
	}
};
var TRANSACTION_CALLS = {
	EntryTran: entryTran,
	ExecTran: execTran,
	SecureTran2: secureTran2,
	AlterTran: alterTran,
	ChangeTran: changeTran,
	SearchTrade: searchTrade
};
/** The transaction of an AccessID and an AccessPass that belong together. */
function transactionOf$1(parameters, { store }) {
	const transaction = store.transactions.get(parameters.get("AccessID"));
	if (transaction?.accessPass !== parameters.get("AccessPass")) throw new Refusal("E01110002");
	return transaction;
}
/** Asks the issuer, and keeps what an authorised transaction has. */
function settle(transaction, card, { now, shopPass }) {
	if (card.behaviour.decline) throw new Refusal(card.behaviour.decline);
	if (isExpired(card.expire, now())) throw new Refusal("42G830000");
	transaction.status = transaction.entryJobCd;
	transaction.settledAt = now();
	transaction.forward = FORWARD;
	numberAgain(transaction, now());
	transaction.approve = approvalNumber();
	const { orderId, forward, method, payTimes, approve, tranId, tranDate } = transaction;
	transaction.checkString = createHash("md5").update([
		orderId,
		forward,
		method,
		payTimes,
		approve,
		tranId,
		tranDate,
		shopPass
	].join("")).digest("hex");
	const settled = [
		["OrderID", orderId],
		["Forward", forward],
		["Method", method],
		["PayTimes", payTimes],
		["Approve", approve],
		["TranID", tranId],
		["TranDate", tranDate],
		["CheckString", transaction.checkString]
	];
	if (!transaction.echoesClientFields) return settled;
	return [...settled, ...transaction.clientFields.map((value, at) => [`ClientField${String(at + 1)}`, value])];
}
function authoriseAgain(transaction, job, { now }) {
	transaction.entryJobCd = job;
	transaction.settledAt = now();
	transaction.approve = approvalNumber();
}
function operate(transaction, job, status, { now }) {
	transaction.status = status;
	transaction.jobCd = job;
	numberAgain(transaction, now());
	return [
		["AccessID", transaction.accessId],
		["AccessPass", transaction.accessPass],
		["Forward", transaction.forward],
		["Approve", transaction.approve],
		["TranID", transaction.tranId],
		["TranDate", transaction.tranDate]
	];
}
function numberAgain(transaction, at) {
	transaction.processedAt = at;
	transaction.tranDate = processDate(at);
	transaction.tranId = transactionNumber(transaction.tranDate);
}
/** Writes what became of the call into the history of the transaction. */
function recorded(transaction, call, context, run) {
	const { now, endpoint = call } = context;
	const record = (errInfo) => transaction.history.push({
		at: now(),
		call: endpoint,
		status: transaction.status,
		errInfo
	});
	try {
		const answer = run();
		record(null);
		return answer;
	} catch (error) {
		if (error instanceof Refusal) record(error.errInfos[0] ?? null);
		throw error;
	}
}

/** The two calls of the detailed flow (CallbackType 2): the shop has the card authenticated, and reads the result. */
var tds2Auth = {
	required: [
		"AccessID",
		"AccessPass",
		"Tds2Param"
	],
	optional: [],
	run(parameters, context) {
		const transaction = authenticatingOf(parameters, context);
		const { session } = transaction;
		if (!session.askedShop || session.wantsChallenge || session.transStatus) throw new Refusal("E01E50004");
		if (parameters.get("Tds2Param") !== session.parameter) throw new Refusal("E01EB0010");
		return recorded(transaction, "Tds2Auth", context, () => {
			authenticate(transaction, context);
			const url = session.wantsChallenge ? [["ChallengeUrl", challengeUrl(session, context)]] : [];
			return [...result(transaction), ...url];
		});
	}
};
var tds2Result$1 = {
	required: ["AccessID", "AccessPass"],
	optional: [],
	run(parameters, context) {
		const transaction = authenticatingOf(parameters, context);
		if (!transaction.session.transStatus) throw new Refusal("E01E50004");
		return recorded(transaction, "Tds2Result", context, () => result(transaction));
	}
};
var AUTHENTICATION_CALLS = {
	Tds2Auth: tds2Auth,
	Tds2Result: tds2Result$1
};
function authenticatingOf(parameters, context) {
	const transaction = transactionOf$1(parameters, context);
	if (!isAuthenticating(transaction) || transaction.status !== "AUTHENTICATED") throw new Refusal("E01E50004");
	if (transaction.session.callbackType !== "2") throw new Refusal("E11010004");
	return transaction;
}
var result = ({ session: { transStatus, transStatusReason } }) => [["Tds2TransResult", transStatus ?? "C"], ["Tds2TransResultReason", transStatusReason]];

/** The protocol type: one table of calls, one way through all of them: format, then who asks, then the call itself. */
var CALLS$1 = new Map(Object.entries({
	...TRANSACTION_CALLS,
	...AUTHENTICATION_CALLS,
	...MEMBER_CALLS,
	...CARD_CALLS
}));
/** Makes one call. Throws nothing: a refusal is an answer. */
function callProtocol(name, parameters, context) {
	try {
		const call = CALLS$1.get(name);
		if (!call) throw new Refusal("E91099997");
		const faults = [
			...call.required.flatMap((field) => faultsOf(field, parameters.get(field), true)),
			...call.optional.flatMap((field) => faultsOf(field, parameters.get(field), false)),
			...call.check?.(parameters, context) ?? []
		];
		if (faults.length > 0) throw new Refusal(...faults);
		identify(call, parameters, context);
		return call.run(parameters, context);
	} catch (error) {
		if (error instanceof Refusal) return refuse$1(error);
		throw error;
	}
}
/** Compares IDs and passwords of the shop and the site, where the call has them. */
function identify({ required }, parameters, context) {
	const is = (id, idValue, pass, passValue) => parameters.get(id) === idValue && parameters.get(pass) === passValue;
	const wrong = [];
	if (required.includes("ShopPass") && !is("ShopID", context.shopId, "ShopPass", context.shopPass)) wrong.push("E01030002");
	if (required.includes("SitePass") && !is("SiteID", context.siteId, "SitePass", context.sitePass)) wrong.push("E01210002");
	if (wrong.length > 0) throw new Refusal(...wrong);
}
var refuse$1 = ({ errInfos }) => [["ErrCode", errInfos.map(errCodeOf).join("|")], ["ErrInfo", errInfos.join("|")]];
/** `/payment/<call>.idPass` */
function protocolRoutes(context) {
	const { faults } = context;
	const routes = new Hono();
	routes.post("/payment/:file", async (c) => {
		const fault = faults.get("idPass");
		if (fault === "status-500") return c.text("Internal Server Error", 500);
		await pause(delayOf(fault));
		const answer = callProtocol(/^(\w+)\.idPass$/.exec(c.req.param("file"))?.[1] ?? "", await readParameters(c.req.raw), context);
		return fault === "silent" ? never() : writeAnswer(answer);
	});
	routes.all("/payment/:file", () => writeAnswer(refuse$1(new Refusal("E31500014"))));
	return routes;
}

/**
* The sandbox's own pages: what it holds, what can be done to a payment today, the faults; and the same as JSON for tests in other
* processes.
*/
var WORDS$1 = {
	ja: {
		title: "サンドボックス決済ゲートウェイ",
		note: "テスト用です。カード番号は保存していません。",
		transactions: "取引",
		tokens: "トークン",
		members: "会員",
		faults: "障害の再現",
		order: "注文",
		status: "状態",
		amount: "金額",
		card: "カード",
		history: "履歴",
		operations: "操作",
		jobs: {
			SALES: "売上確定",
			VOID: "取消",
			RETURN: "返金（当月）",
			RETURNX: "返金（翌月以降）"
		},
		approve: "アプリで承認",
		refuse: "アプリで拒否",
		expires: "有効期限",
		state: "状態",
		member: "会員",
		cards: "登録カード",
		sequence: "物理連番 / 論理連番",
		holder: "名義人",
		isDefault: "既定のカード",
		isExpired: "期限切れ",
		noCards: "登録カードはありません。",
		clock: "日付",
		tomorrow: "1日進める",
		nextMonth: "31日進める",
		today: "今日に戻す",
		none: "まだありません。",
		apply: "反映",
		reset: "すべて戻す",
		yen: "円",
		other: "English",
		failed: "操作できませんでした",
		done: "操作しました"
	},
	en: {
		title: "Sandbox payment gateway",
		note: "For tests. No card number is stored.",
		transactions: "Transactions",
		tokens: "Tokens",
		members: "Members",
		faults: "Faults",
		order: "Order",
		status: "Status",
		amount: "Amount",
		card: "Card",
		history: "History",
		operations: "Operations",
		jobs: {
			SALES: "Capture",
			VOID: "Void",
			RETURN: "Refund (this month)",
			RETURNX: "Refund (a later month)"
		},
		approve: "Approve in app",
		refuse: "Refuse in app",
		expires: "Expires",
		state: "State",
		member: "Member",
		cards: "Saved cards",
		sequence: "Physical / logical",
		holder: "Holder",
		isDefault: "default card",
		isExpired: "expired",
		noCards: "No saved cards.",
		clock: "Date",
		tomorrow: "A day forward",
		nextMonth: "31 days forward",
		today: "Back to today",
		none: "None yet.",
		apply: "Apply",
		reset: "Reset all",
		yen: " yen",
		other: "日本語",
		failed: "Not possible",
		done: "Done"
	}
};
var STYLE$2 = `
  :root { color-scheme: light dark; --line: light-dark(#d9dee5, #38414c); --soft: light-dark(#5a6674, #a3afbc);
    --card: light-dark(#fff, #1b2129); --accent: light-dark(#0b6b5d, #5fd0bd); font: 15px/1.55 system-ui, "Hiragino Sans",
    "Noto Sans JP", sans-serif; background: light-dark(#f3f5f7, #12161b); }
  body { margin: 0 auto; max-width: 72rem; padding: 1.5rem 1rem 3rem; }
  header { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: baseline; }
  h1 { font-size: 1.35rem; margin: 0; } h2 { font-size: 1rem; margin: 0 0 .75rem; }
  header p { margin: 0; color: var(--soft); flex: 1 1 16rem; }
  a { color: var(--accent); }
  section { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1rem 1.25rem;
    margin-top: 1rem; overflow-x: auto; }
  table { border-collapse: collapse; width: 100%; }
  th { text-align: start; font-weight: 500; color: var(--soft); font-size: .8125rem; }
  th, td { padding: .45rem .75rem .45rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
  tr:last-child td { border-bottom: 0; }
  code { font-size: .8125rem; }
  .number { white-space: nowrap; }
  .status { display: inline-block; padding: 0 .5rem; border-radius: 999px; border: 1px solid currentColor;
    color: var(--accent); font-size: .8125rem; }
  ol { margin: 0; padding-inline-start: 1.1rem; font-size: .8125rem; }
  form { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; margin: 0; }
  label { display: grid; gap: .2rem; font-size: .8125rem; color: var(--soft); }
  select, button { font: inherit; min-height: 2.25rem; border-radius: 8px; border: 1px solid var(--line); padding: 0 .75rem;
    background: transparent; color: inherit; }
  button { cursor: pointer; border-color: var(--accent); color: var(--accent); }
  :focus-visible { outline: 3px solid #4f8ef7; outline-offset: 2px; }
  [role=status] { margin: 1rem 0 0; font-weight: 600; }
`;
/** What anybody may see of a payment: neither AccessPass nor anything of the card but its mask. */
var publicTransaction = (transaction) => ({
	orderId: transaction.orderId,
	accessId: transaction.accessId,
	status: transaction.status,
	jobCd: transaction.jobCd,
	amount: transaction.amount,
	tax: transaction.tax,
	card: transaction.card?.masked ?? null,
	expire: transaction.card?.expire ?? null,
	memberId: transaction.memberId,
	threeDs: transaction.session && {
		transStatus: transaction.session.transStatus,
		transStatusReason: transaction.session.transStatusReason,
		isChallenging: transaction.session.challengedAt !== null && transaction.session.transStatus === null,
		callbackType: transaction.session.callbackType,
		riskFields: transaction.session.riskFields,
		wrongPasswords: transaction.session.wrongPasswords
	},
	processDate: processDate(transaction.processedAt),
	history: transaction.history.map(({ at, call, status, errInfo }) => ({
		at: at.toISOString(),
		call,
		status,
		errInfo
	}))
});
var publicToken = ({ card, state, expiresAt, isSecurityCodeSet }) => ({
	card: card.masked,
	state,
	expiresAt: expiresAt.toISOString(),
	isSecurityCodeSet
});
/** What the console can do to a payment, where its state and its day allow it. */
var BUTTONS = [
	"SALES",
	"VOID",
	"RETURN",
	"RETURNX"
];
function publicState({ store, faults, now }) {
	return {
		now: now().toISOString(),
		daysAhead: store.daysAhead,
		faults: faults.toJSON(),
		transactions: [...store.transactions.values()].map((transaction) => ({
			...publicTransaction(transaction),
			alterations: BUTTONS.filter((job) => "to" in alter$1(transaction, job, now()))
		})),
		tokens: [...store.tokens.values()].map(publicToken),
		members: [...store.members.values()].map(({ memberId, memberName, cards }) => ({
			memberId,
			memberName,
			cards: cards.map(({ cardSeq, card, holderName, cardName, isDefault }) => ({
				cardSeq,
				card: card.masked,
				brand: card.brand,
				expire: card.expire,
				isExpired: isExpired(card.expire, now()),
				holderName,
				cardName,
				isDefault
			}))
		})),
		requests: store.requests
	};
}
/** `/`, `/sandbox/state`, `/sandbox/faults` and the forms of the page */
function consoleRoutes(context) {
	const { store, faults } = context;
	const routes = new Hono();
	routes.use("/sandbox/*", async (c, next) => {
		const site = c.req.header("Sec-Fetch-Site") ?? "none";
		if (c.req.method !== "GET" && !["none", "same-origin"].includes(site)) return c.text("Forbidden", 403);
		return next();
	});
	routes.get("/", (c) => writeConsole(c, publicState(context)));
	routes.get("/sandbox/state", (c) => c.json(publicState(context)));
	routes.get("/sandbox/faults", (c) => c.json(faults.toJSON()));
	routes.post("/sandbox/faults", async (c) => {
		const wanted = await c.req.json().catch(() => null);
		if (typeof wanted === "object" && wanted !== null && "reset" in wanted) faults.reset();
		else if (!faults.assign(wanted)) return c.json({
			error: "unknown fault",
			choices: FAULT_CHOICES
		}, 400);
		return c.json(faults.toJSON());
	});
	routes.post("/sandbox/console/faults", async (c) => {
		const form = await readParameters(c.req.raw);
		if (form.get("reset") !== "") faults.reset();
		else {
			const given = Object.keys(FAULT_CHOICES).filter((name) => form.get(name) !== "");
			faults.assign(Object.fromEntries(given.map((name) => [name, form.get(name)])));
		}
		return c.redirect(`/?lang=${languageOf(c)}`, 303);
	});
	routes.post("/sandbox/clock", async (c) => {
		const wanted = (await c.req.json().catch(() => null))?.daysAhead;
		if (!isDays(wanted)) return c.json({ error: "daysAhead is not a number of days" }, 400);
		store.daysAhead = wanted;
		return c.json({ daysAhead: store.daysAhead });
	});
	routes.post("/sandbox/console/clock", async (c) => {
		const days = (await readParameters(c.req.raw)).get("days");
		const wanted = days === "" ? 0 : store.daysAhead + Number(days);
		if (isDays(wanted)) store.daysAhead = wanted;
		return c.redirect(`/?lang=${languageOf(c)}`, 303);
	});
	routes.post("/sandbox/console/transactions/:accessId/app", async (c) => {
		const answer = (await readParameters(c.req.raw)).get("answer");
		const transaction = store.transactions.get(c.req.param("accessId"));
		if (!transaction?.session) return c.text("Not Found", 404);
		transaction.session.approval ??= answer === "approve" ? "approved" : "refused";
		return c.redirect(`/?lang=${languageOf(c)}&result=ok`, 303);
	});
	routes.post("/sandbox/console/transactions/:accessId", async (c) => {
		const job = (await readParameters(c.req.raw)).get("job");
		const transaction = store.transactions.get(c.req.param("accessId"));
		if (!transaction) return c.text("Not Found", 404);
		const answer = callProtocol("AlterTran", new Parameters(/* @__PURE__ */ new Map([
			["ShopID", context.shopId],
			["ShopPass", context.shopPass],
			["AccessID", transaction.accessId],
			["AccessPass", transaction.accessPass],
			["JobCd", job],
			["Amount", String(transaction.amount || "")],
			["Tax", String(transaction.tax)]
		])), context);
		const errInfo = new Map(answer).get("ErrInfo") ?? "ok";
		return c.redirect(`/?lang=${languageOf(c)}&result=${encodeURIComponent(errInfo)}`, 303);
	});
	return routes;
}
/** A hundred years are enough for any card. */
var isDays = (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 36525;
function languageOf(c) {
	const asked = c.req.query("lang") ?? c.req.header("Accept-Language") ?? "";
	return /^en/i.test(asked) ? "en" : "ja";
}
function writeConsole(c, state) {
	const language = languageOf(c);
	const words = WORDS$1[language];
	const heads = [
		words.order,
		words.status,
		words.amount,
		words.card,
		words.history,
		words.operations
	];
	const result = c.req.query("result");
	return writePage({
		language,
		title: words.title,
		style: STYLE$2,
		body: html`<main><header>
        <h1>${words.title}</h1>
        <p>${words.note}</p>
        <a href="/?lang=${language === "ja" ? "en" : "ja"}">${words.other}</a>
      </header>
      ${result === void 0 ? "" : html`<p role="status">${resultText(result, language)}</p>`}
      <section>
        <h2>${words.clock}</h2>
        <form method="post" action="/sandbox/console/clock?lang=${language}">
          <span>${japanTime(new Date(state.now))}${state.daysAhead === 0 ? "" : ` (+${String(state.daysAhead)})`}</span>
          <button name="days" value="1">${words.tomorrow}</button>
          <button name="days" value="31">${words.nextMonth}</button>
          <button name="days" value="">${words.today}</button>
        </form>
      </section>
      <section>
        <h2>${words.faults}</h2>
        ${faultForm(state, language)}
      </section>
      ${table(words.transactions, heads, words.none, state.transactions.toReversed().map((transaction) => transactionRow(transaction, language)))}
      ${table(words.tokens, [
			words.card,
			words.state,
			words.expires
		], words.none, state.tokens.toReversed().map(({ card, state: tokenState, expiresAt }) => html`<tr>
          <td><code>${card}</code></td>
          <td><span class="status">${tokenState}</span></td>
          <td>${expiresAt}</td>
        </tr>`))}
      ${table(words.members, [words.member, words.cards], words.none, state.members.map(({ memberId, memberName, cards }) => html`<tr>
          <td>${memberId}<br /><small>${memberName}</small></td>
          <td>${cards.length === 0 ? words.noCards : cardTable(cards, words)}</td>
        </tr>`))}</main>`
	});
}
var resultText = (result, language) => result === "ok" ? WORDS$1[language].done : `${WORDS$1[language].failed}: ${result} (${ERROR_CODES.get(result)?.[1] ?? "?"})`;
var table = (title, heads, none, rows) => html`<section>
  <h2>${title}</h2>
  ${rows.length === 0 ? html`<p>${none}</p>` : html`<table>
        <thead>
          <tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr>
        </thead>
        <tbody>${rows}</tbody>
      </table>`}
</section>`;
var cardTable = (cards, words) => html`<table>
  <thead>
    <tr>${[
	words.sequence,
	words.card,
	words.expires,
	words.holder
].map((head) => html`<th scope="col">${head}</th>`)}</tr>
  </thead>
  <tbody>
    ${cards.map(({ cardSeq, brand, card, cardName, expire, isExpired: isOver, holderName, isDefault }, logical) => html`<tr>
        <td class="number">${cardSeq} / ${logical}</td>
        <td>
          ${brand} <code>${card}</code> ${cardName}
          ${isDefault ? html`<span class="status">${words.isDefault}</span>` : ""}
        </td>
        <td>${expire.slice(2)}/${expire.slice(0, 2)} ${isOver ? html`<span class="status">${words.isExpired}</span>` : ""}</td>
        <td>${holderName}</td>
      </tr>`)}
  </tbody>
</table>`;
var historyText = ({ call, status, errInfo }) => errInfo === null ? `${call} → ${status}` : `${call}: ${errInfo} (${ERROR_CODES.get(errInfo)?.[1] ?? "?"})`;
function transactionRow(transaction, language) {
	const words = WORDS$1[language];
	const { orderId, accessId, status, amount, tax, card, memberId, threeDs, history, alterations } = transaction;
	return html`<tr>
    <td>${orderId}</td>
    <td>
      <span class="status">${status}</span>
      ${threeDs ? html`<br /><small>3DS ${threeDs.transStatus ?? "…"} ${threeDs.transStatusReason}</small>` : ""}
    </td>
    <td>${(amount + tax).toLocaleString("en")}${words.yen}</td>
    <td><code>${card ?? ""}</code>${memberId === "" ? "" : html`<br /><small>${memberId}</small>`}</td>
    <td><ol>${history.map((entry) => html`<li>${historyText(entry)}</li>`)}</ol></td>
    <td>
      <form method="post" action="/sandbox/console/transactions/${accessId}?lang=${language}">
        ${alterations.map((job) => html`<button name="job" value="${job}">${words.jobs[job]}</button>`)}
      </form>
      ${threeDs?.isChallenging ? html`<form method="post" action="/sandbox/console/transactions/${accessId}/app?lang=${language}">
            <button name="answer" value="approve">${words.approve}</button>
            <button name="answer" value="refuse">${words.refuse}</button>
          </form>` : ""}
    </td>
  </tr>`;
}
var faultForm = ({ faults }, language) => html`<form method="post" action="/sandbox/console/faults?lang=${language}">
    ${Object.keys(FAULT_CHOICES).map((name) => {
	const current = faults[name];
	const choices = FAULT_CHOICES[name].includes(current) ? FAULT_CHOICES[name] : [...FAULT_CHOICES[name], current];
	return html`<label>${name}
        <select name="${name}">
          ${choices.map((choice) => html`<option ${choice === current ? "selected" : ""}>${choice}</option>`)}
        </select>
      </label>`;
})}
    <button>${WORDS$1[language].apply}</button>
    <button name="reset" value="1">${WORDS$1[language].reset}</button>
  </form>`;

/** What the sandbox knows and the shop uses: no secrets, the sandbox charges nobody. */
var SANDBOX_SHOP = {
	shopId: "tshop00000001",
	shopPass: "shoppass01",
	siteId: "tsite00000001",
	sitePass: "sitepass01",
	/** For version 2 of the token script; the public key that belongs to it is made at each start: `sandbox.publicKey`. */
	apiKey: "sandbox-api-key-of-the-demo-shop"
};

/**
* The token script of version 1: `window.Multipayment`. Our own text, made from the public behaviour: parameters in lower
* case, an answer by JSONP. It needs no eval, no inline script and no fetch, so a document whose CSP allows scripts of the
* gateway alone runs it.
*/
var SCRIPT$2 = String.raw`(() => {
  'use strict';
  const ORIGIN = /*origin*/;
  const PUBLIC_KEY = /*key*/;
  const NAMES = ['cardno', 'expire', 'securitycode', 'holdername', 'tokennumber'];
  let shopId = '';
  let registered = 0;

  // the answer is a script that calls its callback by name, so every function needs one
  const nameOf = (callback) => {
    if (typeof callback === 'string') return callback;
    if (typeof callback !== 'function') return '';
    if (callback.name && window[callback.name] === callback) return callback.name;
    registered += 1;
    const name = '__multipayment_' + registered;
    window[name] = (response) => {
      delete window[name];
      callback(response);
    };
    return name;
  };

  const base64url = (bytes) =>
    btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const bytesOf = (text) => new TextEncoder().encode(text);

  // a fresh AES key and IV for the card, both under the gateway's RSA key: nothing in the address can be read on the way
  const encrypt = async (text) => {
    const { subtle } = crypto;
    const secret = crypto.getRandomValues(new Uint8Array(32));
    const [aes, rsa] = await Promise.all([
      subtle.importKey('raw', secret.slice(0, 16), 'AES-CBC', false, ['encrypt']),
      subtle.importKey('jwk', PUBLIC_KEY, { name: 'RSA-OAEP', hash: 'SHA-256' }, false, ['encrypt']),
    ]);
    const [encrypted, key] = await Promise.all([
      subtle.encrypt({ name: 'AES-CBC', iv: secret.slice(16) }, aes, bytesOf(text)),
      subtle.encrypt({ name: 'RSA-OAEP' }, rsa, secret),
    ]);
    return { encrypted: base64url(encrypted), key: base64url(key) };
  };

  const request = async (text, name, publicKey) => {
    const { encrypted, key } = await encrypt(text);
    const seal = hex(await crypto.subtle.digest('SHA-256', bytesOf([publicKey, key, encrypted, name].join('|'))));
    const query = new URLSearchParams({ key, callback: name, publicKey, encrypted, seal, version: '5' });
    const script = document.createElement('script');
    script.src = ORIGIN + '/ext/api/getToken?' + query;
    script.onload = script.onerror = () => script.remove();
    document.head.append(script);
  };

  window.Multipayment = {
    init(id) {
      shopId = String(id ?? '');
    },
    getToken(parameters, callback) {
      const text = NAMES.map((name) => parameters?.[name] ?? '').join('|');
      const name = nameOf(callback);
      request(text, name, shopId).catch(() => {
        // no WebCrypto here, for instance outside a secure context
        const owner = name.split('.').reduce((object, part) => object?.[part], window);
        owner?.({ resultCode: '901' });
      });
    },
  };
})();
`;
var pair;
/** The pair of this process: made once, because making one takes longer than everything else at start. */
var tokenKeys = () => pair ??= generateKeyPairSync("rsa", { modulusLength: 2048 });
/** The public half as version 2 wants it: SubjectPublicKeyInfo, DER in base64. */
var publicKeyText = ({ publicKey }) => publicKey.export({
	type: "spki",
	format: "der"
}).toString("base64");
/** JavaScript for a `<script>` of another origin. */
var SCRIPT_HEADERS = {
	"Content-Type": "text/javascript; charset=utf-8",
	"Cross-Origin-Resource-Policy": "cross-origin",
	"X-Content-Type-Options": "nosniff",
	"Cache-Control": "no-store"
};
/** `/ext/js/token.js` */
function tokenScriptRoutes({ gatewayOrigin, faults }, { publicKey }) {
	const script = SCRIPT$2.replace("/*origin*/", () => JSON.stringify(gatewayOrigin)).replace("/*key*/", () => JSON.stringify(publicKey.export({ format: "jwk" })));
	const routes = new Hono();
	routes.get("/ext/js/token.js", async (c) => {
		const fault = faults.get("tokenScript");
		if (fault === "drop") return droppedAnswer(c);
		if (fault === "status-500") return c.body("", 500, SCRIPT_HEADERS);
		await pause(delayOf(fault));
		return c.body(script, 200, SCRIPT_HEADERS);
	});
	return routes;
}

/** The token endpoint: decrypts a card, checks its format, answers with JavaScript that calls the callback. */
/** Result codes of the token script, version 1. */
var RESULT_CODES = {
	"000": "a token was issued",
	"100": "the card number is missing",
	"101": "the card number has other characters than digits",
	"102": "the card number has not 10 to 16 digits",
	"110": "the expiry is missing",
	"111": "the expiry has other characters than digits",
	"112": "the expiry has neither 4 nor 6 digits",
	"113": "the month of the expiry is 13 or more",
	"121": "the security code has other characters than digits",
	"122": "the security code has 5 digits or more",
	"131": "the holder name has characters that are not allowed",
	"132": "the holder name is longer than 50",
	"141": "the number of tokens is not numeric",
	"142": "the number of tokens is not 1 to 10",
	"160": "the shop ID is missing",
	"161": "the shop ID is longer than 13",
	"162": "the shop ID is not alphanumeric",
	"200": "the callback is missing",
	"201": "the callback has characters that are not allowed",
	"501": "the shop ID was not sent",
	"502": "the shop ID is not registered",
	"511": "the card was not sent",
	"512": "the card cannot be decrypted",
	"521": "the key was not sent",
	"522": "the key cannot be decrypted",
	"531": "the callback was not sent",
	"541": "the seal is missing",
	"552": "the seal is wrong"
};
/** In this order. The first that breaks is the answer of version 1. */
var CARD_RULES = [
	[({ number }) => number === "", "100"],
	[({ number }) => !/^\d+$/.test(number), "101"],
	[({ number }) => !/^\d{10,16}$/.test(number), "102"],
	[({ expire }) => expire === "", "110"],
	[({ expire }) => !/^\d+$/.test(expire), "111"],
	[({ expire }) => !/^(?:\d{4}|\d{6})$/.test(expire), "112"],
	[({ expire }) => Number(expire.slice(-2)) > 12, "113"],
	[({ securityCode }) => !/^\d*$/.test(securityCode), "121"],
	[({ securityCode }) => securityCode.length > 4, "122"],
	[({ holderName }) => !/^[a-z0-9 ,./-]*$/i.test(holderName), "131"],
	[({ holderName }) => holderName.length > 50, "132"],
	[({ tokenNumber }) => !/^\d*$/.test(tokenNumber), "141"],
	[({ tokenNumber }) => tokenNumber !== "" && (Number(tokenNumber) < 1 || Number(tokenNumber) > 10), "142"]
];
/** The first broken rule of each value: number, expiry, security code, holder name, number of tokens. */
function brokenRules(card) {
	const broken = /* @__PURE__ */ new Map();
	for (const [breaks, code] of CARD_RULES) if (!broken.has(code.slice(0, 2)) && breaks(card)) broken.set(code.slice(0, 2), code);
	return [...broken.values()];
}
/** `/ext/api/getToken` */
function getTokenRoutes(context, keys) {
	const { faults } = context;
	const routes = new Hono();
	routes.get("/ext/api/getToken", async (c) => {
		const fault = faults.get("getToken");
		if (fault === "drop") return droppedAnswer(c);
		if (fault === "silent") return never();
		if (fault === "status-500") return c.body("", 500, SCRIPT_HEADERS);
		await pause(delayOf(fault), c.req.raw.signal);
		const query = c.req.query();
		const response = fault.startsWith("result:") ? { resultCode: fault.slice(7) } : tokenize$1(query, context, keys);
		const callback = /^[\w.]+$/.test(query["callback"] ?? "") ? query["callback"] : "";
		return c.body(`${callback ?? ""}(${JSON.stringify(response)})`, 200, SCRIPT_HEADERS);
	});
	return routes;
}
function tokenize$1(query, context, { privateKey }) {
	const refused = faultOfQuery(query, context);
	if (refused) return { resultCode: refused };
	const key = attempt(() => privateDecrypt({
		key: privateKey,
		padding: constants.RSA_PKCS1_OAEP_PADDING,
		oaepHash: "sha256"
	}, decoded(query, "key")));
	if (key?.length !== 32) return { resultCode: "522" };
	const text = attempt(() => {
		const decipher = createDecipheriv("aes-128-cbc", key.subarray(0, 16), key.subarray(16));
		return Buffer.concat([decipher.update(decoded(query, "encrypted")), decipher.final()]).toString("utf8");
	});
	const card = text === null ? null : parseCard(text);
	if (!card) return { resultCode: "512" };
	const [broken] = brokenRules(card);
	if (broken) return { resultCode: broken };
	const isSecurityCodeSet = card.securityCode !== "";
	const held = context.store.holdCard(card.number, card.expire, card.holderName);
	const { tokens, expiresAt } = issueTokens(held, isSecurityCodeSet, Number(card.tokenNumber || "1"), context);
	return {
		resultCode: "000",
		tokenObject: {
			token: tokens.length === 1 ? tokens[0] : tokens,
			toBeExpiredAt: tokenExpiry(expiresAt),
			maskedCardNo: held.masked,
			isSecurityCodeSet
		}
	};
}
function faultOfQuery(query, { shopId }) {
	const { publicKey, callback, encrypted, key, seal } = query;
	if (callback === void 0) return "531";
	if (callback === "") return "200";
	if (!/^[\w.]+$/.test(callback)) return "201";
	if (publicKey === void 0) return "501";
	if (publicKey === "") return "160";
	if (publicKey.length > 13) return "161";
	if (!/^[a-z0-9]+$/i.test(publicKey)) return "162";
	if (publicKey !== shopId) return "502";
	if (!key) return "521";
	if (!encrypted) return "511";
	if (!seal) return "541";
	return seal === createHash("sha256").update([
		publicKey,
		key,
		encrypted,
		callback
	].join("|")).digest("hex") ? null : "552";
}
/** The holder name may hold a stray separator: it is the part that is checked for characters. */
function parseCard(text) {
	const parts = text.split("|");
	if (parts.length < 5) return null;
	const [number = "", expire = "", securityCode = ""] = parts;
	return {
		number,
		expire,
		securityCode,
		holderName: parts.slice(3, -1).join("|"),
		tokenNumber: parts.at(-1) ?? ""
	};
}
var decoded = (query, name) => Buffer.from(query[name] ?? "", "base64url");
/** What it returns, or null when it throws. */
function attempt(run) {
	try {
		return run();
	} catch {
		return null;
	}
}

/** `/payment/CreateToken.json`: tokens of version 2, for the token script and for any client that has the shop's public key. */
/** Beside those of version 1: what can be wrong before there is a card. */
var CODES = {
	...RESULT_CODES,
	"150": "encryptedData is missing",
	"190": "encryptedData cannot be decrypted: it is not under the public key of the shop",
	"191": "encryptedData is no JSON",
	"551": "the API key was not sent",
	"552": "the API key is not valid",
	"701": "card is missing in encryptedData"
};
/** Any page may ask, one with an opaque origin, too. */
var OPEN = {
	"Access-Control-Allow-Origin": "*",
	"Access-Control-Allow-Headers": "content-type",
	"Access-Control-Max-Age": "600",
	"Cache-Control": "no-store"
};
var failure = (code, fields = [void 0]) => ({
	result: "validation_error",
	errorList: fields.map((field) => ({
		title: "no token was issued",
		...field !== void 0 && { field },
		detail: CODES[code] ?? "the gateway is not able to",
		legacyCode: code
	}))
});
/** `/payment/CreateToken.json` */
function createTokenRoutes(context, keys) {
	const { faults } = context;
	const routes = new Hono();
	routes.options("/payment/CreateToken.json", (c) => c.body(null, 204, OPEN));
	routes.post("/payment/CreateToken.json", async (c) => {
		const fault = faults.get("getToken");
		if (fault === "drop") return droppedAnswer(c, "application/json");
		if (fault === "silent") return never();
		if (fault === "status-500") return c.body("", 500, OPEN);
		await pause(delayOf(fault), c.req.raw.signal);
		const request = await c.req.json().catch(() => null);
		const answer = fault.startsWith("result:") ? failure(fault.slice(7)) : tokenize(valuesOf(request), context, keys);
		return c.json(answer, "errorList" in answer ? 400 : 200, OPEN);
	});
	return routes;
}
function tokenize(request, context, { privateKey }) {
	const refused = faultOfAsker(valuesOf(request["encryptionParameters"]), context);
	if (refused) return failure(refused);
	const encrypted = textOf(request["encryptedData"]);
	if (encrypted === "") return failure("150");
	const text = attempt(() => unpadded(privateDecrypt({
		key: privateKey,
		padding: constants.RSA_NO_PADDING
	}, Buffer.from(encrypted, "base64"))));
	if (text === null) return failure("190");
	const decrypted = attempt(() => JSON.parse(text));
	if (typeof decrypted !== "object" || decrypted === null) return failure("191");
	const { card } = decrypted;
	if (typeof card !== "object" || card === null) return failure("701");
	const values = valuesOf(card);
	const [month, year] = [textOf(values["expiryMonth"]), textOf(values["expiryYear"])];
	const typed = {
		number: textOf(values["cardNumber"]),
		expire: year + month,
		securityCode: textOf(values["securityCode"]),
		holderName: textOf(values["cardholderName"]),
		tokenNumber: textOf(request["createCount"])
	};
	const errorList = brokenRules(typed).flatMap((code) => failure(code, fieldsOf(code, month, year)).errorList);
	if (errorList.length > 0) return {
		result: "validation_error",
		errorList
	};
	const isSecurityCodeSet = typed.securityCode !== "";
	const held = context.store.holdCard(typed.number, typed.expire, typed.holderName);
	const { tokens, expiresAt } = issueTokens(held, isSecurityCodeSet, Number(typed.tokenNumber || "1"), context, base64Token);
	return {
		result: "success",
		maskedCardNumber: held.masked,
		tokenExpiryDate: tokenExpiry(expiresAt),
		isSecurityCodeSet,
		tokenList: tokens
	};
}
/** A shop by its API key. The script's init with a shop ID alone has none, and says `shopId`. */
function faultOfAsker({ type, apiKey, shopId }, context) {
	if (type !== "UNIQUE_PK") return "551";
	if (apiKey === void 0 && shopId !== void 0) return shopId === context.shopId ? null : "502";
	if (textOf(apiKey) === "") return "551";
	return apiKey === context.apiKey ? null : "552";
}
/** PKCS#1 v1.5 by hand: what Node makes of it differs from version to version. */
function unpadded(block) {
	const end = block.indexOf(0, 2);
	if (block[0] !== 0 || block[1] !== 2 || end < 10) throw new RangeError("no PKCS#1 v1.5");
	return block.subarray(end + 1).toString("utf8");
}
/** Where a code of the card belongs, by its first two digits. */
function fieldsOf(code, month, year) {
	if (code.startsWith("10")) return ["card.cardNumber"];
	if (code.startsWith("12")) return ["card.securityCode"];
	if (code.startsWith("13")) return ["card.cardholderName"];
	if (code.startsWith("14")) return ["createCount"];
	return [.../^\d\d$/.test(month) && Number(month) <= 12 ? [] : ["card.expiryMonth"], .../^\d\d(?:\d\d)?$/.test(year) ? [] : ["card.expiryYear"]];
}
var valuesOf = (value) => typeof value === "object" && value !== null ? value : {};
var textOf = (value) => typeof value === "string" || typeof value === "number" ? String(value) : "";

/**
* Link Type Plus, the shop's side: the address of a payment page of the gateway's own, and the signed result that the shopper's browser
* brings back. The page itself: link-page.ts.
*/
/** The page; the secret is in the query, which no log keeps. */
var CHECKOUT = "/link/plus/checkout";
var DAY$2 = 864e5;
var USUAL_DAYS = 30;
var SECTIONS = [
	"geturlparam",
	"transaction",
	"customer",
	"displaysetting",
	"credit"
];
var OPTIONAL = [...[
	"Tax",
	"ItemCode",
	"TdFlag",
	"TdTenantName",
	"Tds2Type",
	"TdRequired",
	"Method",
	"MemberID"
], ...[
	"ClientField1",
	"ClientField2",
	"ClientField3",
	"RetUrl",
	"CompleteUrl",
	"CancelUrl",
	"RetryMax",
	"Lang"
]];
/** `/payment/GetLinkplusUrlPayment.json` */
function linkPlusRoutes(context) {
	const routes = new Hono();
	routes.post("/payment/GetLinkplusUrlPayment.json", async (c) => {
		c.header("Cache-Control", "no-store");
		try {
			const link = openLink(await c.req.json().catch(() => null), context);
			return c.json({
				OrderID: link.orderId,
				LinkUrl: `${context.gatewayOrigin}${CHECKOUT}?payment=${link.id}`,
				ProcessDate: processDate(context.now())
			});
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			return c.json(error.errInfos.map((errInfo) => ({
				errCode: errCodeOf(errInfo),
				errInfo
			})), 400);
		}
	});
	return routes;
}
function openLink(body, context) {
	if (!isObject(body)) throw new Refusal("E00000010");
	const parameters = flatten(body);
	const given = (name) => parameters.get(name);
	const jobCd = given("JobCd") || "CAPTURE";
	const expiresAt = expiryOf(parameters, context.now());
	const faults = [
		...[
			"ShopID",
			"ShopPass",
			"OrderID"
		].flatMap((name) => faultsOf(name, given(name), true)),
		...OPTIONAL.flatMap((name) => faultsOf(name, given(name), false)),
		...unknownJob(parameters, ENTRY_JOBS),
		...jobCd === "CHECK" ? [] : faultsOf("Amount", given("Amount"), true),
		...faultsOfSum(parameters),
		...faultsOfPayTimes(parameters),
		...expiresAt ? [] : ["E01840010"],
		...paysByCard(body) ? [] : ["E61030001"]
	];
	if (faults.length > 0 || !expiresAt) throw new Refusal(...faults);
	if (given("ShopID") !== context.shopId || given("ShopPass") !== context.shopPass) throw new Refusal("E01030002");
	const orderId = given("OrderID");
	if (context.store.transactionOfOrder(orderId)) throw new Refusal("E01040010");
	const pick = (...names) => Object.fromEntries(names.map((name) => [name, given(name)]));
	const link = {
		id: randomBytes(24).toString("hex"),
		orderId,
		amount: jobCd === "CHECK" ? 0 : Number(given("Amount")),
		tax: jobCd === "CHECK" ? 0 : Number(given("Tax")),
		entry: {
			JobCd: jobCd,
			...pick("Amount", "Tax", "ItemCode", "TdFlag", "TdTenantName", "Tds2Type", "TdRequired")
		},
		execution: {
			Method: given("Method") || "1",
			...pick("PayTimes", "ClientField1", "ClientField2", "ClientField3")
		},
		memberId: given("MemberID"),
		wantsSecurityCode: given("SecCodeRequiredFlag") === "1",
		skipsConfirmation: given("ConfirmSkipFlag") === "1",
		skipsResult: given("ResultSkipFlag") === "1",
		display: {
			language: ["en", "zh"].includes(given("Lang")) ? "en" : "ja",
			shopName: given("ShopName") || context.shopId,
			overview: given("Overview"),
			detail: given("Detail")
		},
		returnUrl: given("RetUrl"),
		completeUrl: given("CompleteUrl") || given("RetUrl"),
		cancelUrl: given("CancelUrl") || given("RetUrl"),
		retries: given("RetryMax") === "" ? null : Number(given("RetryMax")),
		expiresAt,
		failures: 0,
		result: "PAYSTART",
		errInfo: null,
		choice: null,
		accessId: ""
	};
	context.store.links.set(link.id, link);
	return link;
}
/** The values of all sections by name; no two sections that the sandbox reads have a name in common. */
function flatten(body) {
	const values = SECTIONS.map((section) => body[section]).filter(isObject).flatMap((section) => Object.entries(section));
	return new Parameters(new Map(values.filter(([, value]) => ["string", "number"].includes(typeof value)).map(([name, value]) => [name, String(value)])));
}
/** PaymentExpireDate, or ExpireDays from now. Null for a date that is none. */
function expiryOf(parameters, now) {
	const [date, days] = [parameters.get("PaymentExpireDate"), parameters.get("ExpireDays") || String(USUAL_DAYS)];
	if (date !== "") return momentOf(date);
	return /^\d{1,3}$/.test(days) ? new Date(now.getTime() + Number(days) * DAY$2) : null;
}
function paysByCard({ transaction }) {
	const methods = isObject(transaction) ? transaction["PayMethods"] : void 0;
	return methods === void 0 || Array.isArray(methods) && methods.includes("credit");
}
var isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** `result`: what became of the payment as JSON in Base64URL, a dot, and SHA-256 over that text with the ShopPass behind it. */
function signedResult(link, { store, shopPass, now }) {
	const transaction = store.transactions.get(link.accessId);
	const { errInfo } = link;
	const text = Buffer.from(JSON.stringify({
		transactionresult: {
			AccessID: transaction?.accessId ?? "",
			AccessPass: transaction?.accessPass ?? "",
			OrderID: link.orderId,
			Result: link.result,
			Processdate: processDate(transaction?.processedAt ?? now()),
			ErrCode: errInfo && errCodeOf(errInfo),
			ErrInfo: errInfo,
			Paymethod: "credit"
		},
		...transaction && { credit: {
			Status: transaction.status,
			Forward: transaction.forward,
			Method: transaction.method,
			PayTimes: transaction.payTimes || null,
			TranID: transaction.tranId,
			Approve: transaction.approve,
			TranDate: transaction.tranDate
		} }
	})).toString("base64url");
	return `${text}.${createHash("sha256").update(text + shopPass).digest("hex")}`;
}

/**
* Link Type Plus, the shopper's side: a payment page of the gateway's own, for browsers that do without the shop's fields. It needs no
* script. A card is typed, confirmed, authenticated where the shop asked for it, and charged by the same calls that a shop makes.
*/
/** Where 3-D Secure sends the browser back to. */
var BACK = `${CHECKOUT}/back`;
var WORDS = {
	ja: {
		title: "カードでのお支払い",
		confirm: "お支払い内容の確認",
		done: "お支払いが完了しました",
		failed: "お支払いできませんでした",
		gone: "このお支払い画面は使えません",
		goneText: "お店に戻り、もう一度お手続きください。",
		shop: "お店",
		order: "ご注文番号",
		amount: "お支払い金額",
		item: "ご注文内容",
		card: "カード",
		yen: "円",
		check: "カードの確認（0円）",
		choose: "お使いになるカード",
		other: "新しいカード",
		expired: "期限切れ",
		until: "有効期限",
		number: "カード番号",
		expiry: "有効期限（月/年）",
		example: "例 09/30",
		name: "カード名義人（半角ローマ字）",
		cvc: "セキュリティコード",
		cvcHint: "カード裏面の3桁、または表面の4桁の数字",
		next: "確認へ進む",
		pay: "この内容で支払う",
		change: "入力を直す",
		cancel: "支払わずにお店へ戻る",
		back: "お店に戻る",
		security: "カード番号はこの決済画面だけに送られ、お店には渡りません。",
		test: "テスト用の画面です。本物のカードは入力しないでください。",
		problems: "入力をご確認ください。",
		errors: {
			number: "カード番号を10〜16桁の数字で入力してください。",
			expiry: "有効期限を 09/30 のように月/年で入力してください。",
			past: "このカードは有効期限が切れています。",
			name: "名義人を半角ローマ字で入力してください。",
			cvc: "セキュリティコードを3〜4桁の数字で入力してください。",
			card: "カードを選んでください。"
		},
		refused: {
			decline: "カード会社の承認が得られませんでした。別のカードをお試しください。",
			"three-ds": "ご本人の確認ができませんでした。もう一度お試しいただくか、別のカードをお使いください。",
			other: "お支払いを処理できませんでした。時間をおいてもう一度お試しください。"
		},
		noMore: "これ以上お試しいただけません。お店に戻り、別のお支払い方法をお選びください。"
	},
	en: {
		title: "Pay by card",
		confirm: "Check your payment",
		done: "Your payment is complete",
		failed: "The payment did not go through",
		gone: "This payment page cannot be used",
		goneText: "Please go back to the shop and start again.",
		shop: "Shop",
		order: "Order",
		amount: "Amount",
		item: "What you buy",
		card: "Card",
		yen: " yen",
		check: "Card check (0 yen)",
		choose: "Which card",
		other: "A new card",
		expired: "expired",
		until: "valid until",
		number: "Card number",
		expiry: "Expiry (month/year)",
		example: "e.g. 09/30",
		name: "Name on the card",
		cvc: "Security code",
		cvcHint: "The 3 digits on the back of the card, or the 4 on its front",
		next: "Continue",
		pay: "Pay now",
		change: "Change",
		cancel: "Back to the shop without paying",
		back: "Back to the shop",
		security: "Your card number goes to this page only, never to the shop.",
		test: "This page is for tests. Do not type a real card.",
		problems: "Please check what you typed.",
		errors: {
			number: "Enter the card number: 10 to 16 digits.",
			expiry: "Enter month and year, such as 09/30.",
			past: "This card has expired.",
			name: "Enter the name in Latin letters.",
			cvc: "Enter the security code: 3 or 4 digits.",
			card: "Choose a card."
		},
		refused: {
			decline: "The card issuer declined the payment. Please try another card.",
			"three-ds": "We could not verify that it is you. Please try again, or use another card.",
			other: "The payment could not be processed. Please try again later."
		},
		noMore: "You cannot try again here. Please go back to the shop and choose another way to pay."
	}
};
var STYLE$1 = `
  :root { color-scheme: light dark; --line: light-dark(#8a95a1, #7d8894); --soft: light-dark(#4d5863, #b4bfca); --bad: light-dark(#b42318, #ff9c92);
    --accent: light-dark(#14508f, #8ec2f7); --on: light-dark(#fff, #0d1722); --card: light-dark(#fff, #1a2129);
    font: 16px/1.6 system-ui, "Hiragino Sans", "Noto Sans JP", sans-serif; background: light-dark(#eef2f6, #10151a); }
  * { box-sizing: border-box; }
  body { margin: 0; padding: 1rem; }
  main { max-width: 28rem; margin: 0 auto; padding: 1.25rem; background: var(--card); border-radius: 16px; }
  h1 { font-size: 1.25rem; line-height: 1.4; margin: 0 0 1rem; }
  dl { display: grid; grid-template-columns: auto 1fr; gap: .35rem 1rem; margin: 0 0 1.25rem; padding-bottom: 1rem;
    border-bottom: 1px solid var(--line); }
  dt { color: var(--soft); } dd { margin: 0; text-align: end; overflow-wrap: anywhere; }
  dd.amount { font-size: 1.25rem; font-weight: 700; }
  fieldset { border: 0; margin: 0 0 1rem; padding: 0; } legend { padding: 0; font-weight: 600; }
  .choice { display: flex; gap: .75rem; align-items: center; min-height: 3rem; padding: .5rem .75rem; margin-top: .5rem;
    border: 1px solid var(--line); border-radius: 10px; font-weight: 400; }
  .choice input { width: 1.25rem; height: 1.25rem; flex: none; accent-color: var(--accent); }
  .choice small { display: block; color: var(--soft); }
  .field { margin-bottom: 1rem; } .field > label { display: block; font-weight: 600; }
  .field input { width: 100%; min-height: 3rem; margin-top: .25rem; padding: 0 .85rem; border: 1px solid var(--line); border-radius: 10px;
    font: inherit; background: transparent; color: inherit; }
  .field input[aria-invalid=true] { border: 2px solid var(--bad); }
  .hint, footer { color: var(--soft); font-size: .875rem; margin: .25rem 0 0; }
  .bad { color: var(--bad); font-size: .875rem; margin: .25rem 0 0; }
  [role=alert] { margin: 0 0 1rem; padding: .75rem 1rem; border: 1px solid var(--bad); border-inline-start-width: 5px; border-radius: 8px; }
  form:has([name=place]:checked:not([value=new])) .new { display: none; }
  .half { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1rem; align-items: start; }
  button { display: block; width: 100%; min-height: 3.25rem; margin-top: .75rem; border-radius: 10px;
    border: 1px solid var(--accent); background: var(--accent); color: var(--on); font: inherit; font-weight: 600; cursor: pointer; }
  button.quiet { background: transparent; color: var(--accent); }
  input:focus-visible, button:focus-visible { outline: 3px solid light-dark(#2f80ed, #8ec2f7); outline-offset: 2px; }
  footer { max-width: 28rem; margin: 1rem auto 0; padding: 0 1.25rem; }
  footer p { margin: 0 0 .5rem; }
`;
/** `/link/plus/checkout` */
function linkPageRoutes(context) {
	const { store, now } = context;
	const routes = new Hono();
	const find = (id) => {
		const link = store.links.get(id);
		if (link && link.result !== "PAYSUCCESS" && now() > link.expiresAt) {
			link.result = "EXPIRED";
			link.errInfo = "E11310004";
		}
		return link;
	};
	/** The page of the state that the payment is in. */
	const show = (link) => {
		const words = WORDS[link.display.language];
		switch (link.result) {
			case "PAYSUCCESS": return link.skipsResult && link.completeUrl !== "" ? sendBack(link, link.completeUrl) : writeEnd(link, words.done, "");
			case "EXPIRED": return writeEnd(link, words.gone, words.goneText);
			case "ERROR": return writeEnd(link, words.failed, words.noMore);
			case "CONFIRM": return link.choice ? writeConfirmation(link, link.choice.card) : writeForm(link, untyped(link));
			case "PAYSTART": return writeForm(link, untyped(link));
		}
	};
	const savedCards = (link) => store.members.get(link.memberId)?.cards ?? [];
	/** The form as it is first seen: the member's default card is chosen, unless the last try was refused. */
	const untyped = (link) => {
		const usual = savedCards(link).find(({ isDefault, card }) => isDefault && !isExpired(card.expire, now()));
		return {
			number: "",
			expire: "",
			expiryText: "",
			name: "",
			cvc: "",
			place: usual && link.errInfo === null ? String(usual.cardSeq) : "new",
			errors: /* @__PURE__ */ new Map()
		};
	};
	routes.get(CHECKOUT, (c) => {
		const link = find(c.req.query("payment") ?? "");
		return link ? show(link) : unknown();
	});
	routes.post(CHECKOUT, async (c) => {
		const form = await readParameters(c.req.raw);
		const link = find(form.get("payment"));
		if (!link) return unknown();
		if (form.get("action") === "cancel") return sendBack(link, link.cancelUrl);
		if (link.result !== "PAYSTART" && link.result !== "CONFIRM") return show(link);
		if (form.get("action") === "pay" && link.choice) return pay(link, link.choice);
		link.result = "PAYSTART";
		link.choice = null;
		if (form.get("action") !== "next") return show(link);
		const typed = readTyped(form, link, savedCards(link), now());
		if (typed.errors.size > 0) return writeForm(link, typed);
		const saved = savedCards(link).find(({ cardSeq }) => String(cardSeq) === typed.place);
		link.choice = saved ? {
			card: saved.card,
			cardSeq: saved.cardSeq
		} : {
			card: store.holdCard(typed.number, typed.expire, typed.name),
			cardSeq: null
		};
		link.errInfo = null;
		if (link.skipsConfirmation) return pay(link, link.choice);
		link.result = "CONFIRM";
		return show(link);
	});
	routes.get(BACK, (c) => {
		const link = find(c.req.query("payment") ?? "");
		const transaction = store.transactions.get(link?.accessId ?? "");
		if (!link || !transaction) return unknown();
		if (link.result === "PAYSTART" && transaction.session?.transStatus) {
			const { accessId: AccessID, accessPass: AccessPass } = transaction;
			settled(link, call("SecureTran2", {
				AccessID,
				AccessPass
			}));
		}
		return show(link);
	});
	const call = (name, parameters) => new Map(callProtocol(name, new Parameters(new Map(Object.entries(parameters))), context));
	/** As a shop would: EntryTran once, then ExecTran with a token of the card, or with the member's card. */
	const pay = (link, { card, cardSeq }) => {
		const { shopId: ShopID, shopPass: ShopPass, siteId: SiteID, sitePass: SitePass } = context;
		link.choice = null;
		link.result = "PAYSTART";
		if (link.accessId === "") {
			const entered = call("EntryTran", {
				ShopID,
				ShopPass,
				OrderID: link.orderId,
				...link.entry
			});
			link.accessId = entered.get("AccessID") ?? "";
			if (link.accessId === "") settled(link, entered);
		}
		const transaction = store.transactions.get(link.accessId);
		if (!transaction) return show(link);
		if (UNSETTLED.includes(transaction.status)) Object.assign(transaction, {
			status: "UNPROCESSED",
			session: null
		});
		const source = cardSeq === null ? { Token: issueTokens(card, link.wantsSecurityCode, 1, context).tokens[0] ?? "" } : {
			SiteID,
			SitePass,
			MemberID: link.memberId,
			SeqMode: "1",
			CardSeq: String(cardSeq)
		};
		const answer = call("ExecTran", {
			AccessID: transaction.accessId,
			AccessPass: transaction.accessPass,
			OrderID: link.orderId,
			...link.execution,
			...source,
			RetUrl: `${context.gatewayOrigin}${BACK}?payment=${link.id}`,
			CallbackType: "3"
		});
		const redirectUrl = answer.get("RedirectUrl");
		if (redirectUrl !== void 0) return Promise.resolve(seeOther(redirectUrl));
		settled(link, answer);
		return show(link);
	};
	/** Takes the answer of the call that charges. */
	const settled = (link, answer) => {
		const errInfo = answer.get("ErrInfo")?.split("|")[0];
		link.errInfo = errInfo ?? null;
		if (!errInfo) {
			link.result = "PAYSUCCESS";
			return;
		}
		link.failures += 1;
		if (link.retries !== null && link.failures > link.retries) link.result = "ERROR";
	};
	const sendBack = async (link, url) => url === "" ? show(link) : writePage(postingPage(url, { result: signedResult(link, context) }));
	const write = async (link, title, body) => {
		const { language } = link.display;
		const words = WORDS[language];
		return withoutFraming(await writePage({
			language,
			title: `${title} | ${link.display.shopName}`,
			style: STYLE$1,
			body: html`<main><h1>${title}</h1>${body}</main>
          <footer><p>${words.security}</p><p>${words.test}</p></footer>`
		}));
	};
	const summary = (link, card) => {
		const words = WORDS[link.display.language];
		const rows = [
			[words.shop, link.display.shopName],
			[words.order, link.orderId],
			...link.display.overview === "" ? [] : [[words.item, link.display.overview]],
			...card ? [[words.card, `${card.brand} ${card.masked}`]] : [],
			[
				words.amount,
				link.amount === 0 ? words.check : `${(link.amount + link.tax).toLocaleString("en")}${words.yen}`,
				"amount"
			]
		];
		return html`<dl>${rows.map(([name, text, look = ""]) => html`<dt>${name}</dt><dd class="${look}">${text}</dd>`)}</dl>`;
	};
	const hidden = (link) => html`<input type="hidden" name="payment" value="${link.id}" />`;
	const writeForm = (link, typed) => {
		const words = WORDS[link.display.language];
		const refused = link.errInfo === null ? "" : refusalText(link.errInfo, words);
		const problem = typed.errors.size > 0 ? words.problems : refused;
		const cards = savedCards(link);
		const first = [...typed.errors.keys()][0] ?? (problem === "" ? null : "number");
		const field = (id, label, value, attributes, hint = "") => {
			const error = typed.errors.get(id);
			const notes = [...hint === "" ? [] : [`${id}-hint`], ...error ? [`${id}-bad`] : []].join(" ");
			return html`<div class="field">
        <label for="${id}">${label}</label>
        <input id="${id}" name="${id}" value="${value}" ${attributes} ${notes === "" ? "" : html`aria-describedby="${notes}"`}
          ${error ? html`aria-invalid="true"` : ""} ${id === first ? "autofocus" : ""} />
        ${hint === "" ? "" : html`<p class="hint" id="${id}-hint">${hint}</p>`}
        ${error ? html`<p class="bad" id="${id}-bad">${words.errors[error]}</p>` : ""}
      </div>`;
		};
		const cvc = html`inputmode="numeric" autocomplete="cc-csc" maxlength="4"`;
		return write(link, words.title, html`${problem === "" ? "" : html`<p role="alert">${problem}</p>`} ${summary(link)}
        ${link.display.detail === "" ? "" : html`<p>${link.display.detail}</p>`}
        <form method="post" action="${CHECKOUT}">
          ${hidden(link)} ${cards.length === 0 ? "" : choices(cards, typed, words, now())}
          <div class="new">
          ${field("number", words.number, "", html`inputmode="numeric" autocomplete="cc-number" maxlength="23"`)}
          <div class="half">
            ${field("expiry", words.expiry, typed.expiryText, html`inputmode="numeric" autocomplete="cc-exp" maxlength="9"`, words.example)}
            ${link.wantsSecurityCode ? field("cvc", words.cvc, "", cvc, words.cvcHint) : ""}
          </div>
          ${field("name", words.name, typed.name, html`autocomplete="cc-name" autocapitalize="characters" spellcheck="false" maxlength="50"`)}
          </div>
          <button name="action" value="next">${words.next}</button>
          ${link.cancelUrl === "" ? "" : html`<button name="action" value="cancel" class="quiet">${words.cancel}</button>`}
        </form>`);
	};
	const writeConfirmation = (link, card) => {
		const words = WORDS[link.display.language];
		return write(link, words.confirm, html`${summary(link, card)}
        <form method="post" action="${CHECKOUT}">
          ${hidden(link)}
          <button name="action" value="pay">${words.pay}</button>
          <button name="action" value="change" class="quiet">${words.change}</button>
        </form>`);
	};
	/** The last page, with the way back to the shop. */
	const writeEnd = (link, title, text) => {
		const words = WORDS[link.display.language];
		const url = link.result === "PAYSUCCESS" ? link.completeUrl : link.returnUrl;
		return write(link, title, html`${text === "" ? "" : html`<p role="alert">${text}</p>`} ${summary(link, store.transactions.get(link.accessId)?.card)}
        ${url === "" ? "" : html`<form method="post" action="${url}">
              <input type="hidden" name="result" value="${signedResult(link, context)}" />
              <button>${words.back}</button>
            </form>`}`);
	};
	const unknown = () => writePage({
		language: "ja",
		title: WORDS.ja.gone,
		style: STYLE$1,
		body: html`<main><h1>${WORDS.ja.gone}</h1><p>${WORDS.ja.goneText}</p><p lang="en">${WORDS.en.gone}. ${WORDS.en.goneText}</p></main>`
	}, 404);
	return routes;
}
var choices = (cards, typed, words, now) => html`<fieldset>
  <legend>${words.choose}</legend>
  ${cards.map(({ cardSeq, card: { brand, masked, expire } }) => {
	const [isChosen, isOver] = [String(cardSeq) === typed.place, isExpired(expire, now)];
	return html`<label class="choice">
      <input type="radio" name="place" value="${cardSeq}" ${isChosen ? "checked" : ""} ${isOver ? "disabled" : ""} />
      <span>${brand} ${masked}<small>${words.until} ${expire.slice(2)}/${expire.slice(0, 2)} ${isOver ? words.expired : ""}</small></span>
    </label>`;
})}
  <label class="choice">
    <input type="radio" name="place" value="new" ${typed.place === "new" ? "checked" : ""} /><span>${words.other}</span>
  </label>
  ${typed.errors.has("card") ? html`<p class="bad">${words.errors.card}</p>` : ""}
</fieldset>`;
/** Takes full-width digits, blanks and hyphens. Only a new card has to be typed. */
function readTyped(form, link, cards, now) {
	const text = (name) => form.get(name).normalize("NFKC").trim();
	const number = text("number").replace(/[\s‐-―−ー-]/g, "");
	const [, month = "", year = ""] = /^(\d{1,2})\s*\/?\s*(?:20)?(\d{2})$/.exec(text("expiry")) ?? [];
	const expire = `${year}${month.padStart(2, "0")}`;
	const [name, cvc, place] = [
		text("name"),
		text("cvc"),
		form.get("place") || "new"
	];
	const errors = /* @__PURE__ */ new Map();
	if (place === "new") {
		if (!/^\d{10,16}$/.test(number)) errors.set("number", "number");
		if (!/^\d\d(?:0[1-9]|1[0-2])$/.test(expire)) errors.set("expiry", "expiry");
		else if (isExpired(expire, now)) errors.set("expiry", "past");
		if (link.wantsSecurityCode && !/^\d{3,4}$/.test(cvc)) errors.set("cvc", "cvc");
		if (!/^[a-z0-9 ,./-]{1,50}$/i.test(name)) errors.set("name", "name");
	} else if (!cards.some(({ cardSeq, card }) => String(cardSeq) === place && !isExpired(card.expire, now))) errors.set("card", "card");
	return {
		number,
		expire,
		expiryText: text("expiry"),
		name,
		cvc,
		place,
		errors
	};
}
function refusalText(errInfo, { refused }) {
	const group = ERROR_CODES.get(errInfo)?.[0];
	return group === "decline" || group === "three-ds" ? refused[group] : refused.other;
}
var seeOther = (url) => new Response(null, {
	status: 303,
	headers: {
		Location: url,
		"Cache-Control": "no-store"
	}
});

/**
* How a browser asks `/payment/CreateToken.json` for tokens: JavaScript text, for the token script of version 2 and for its card
* number field. The card is JSON under the shop's own RSA key, PKCS#1 v1.5. WebCrypto does not know that padding, so it stands
* here; nothing of it needs a secure context, eval or a library.
*/
var CREATE_TOKEN_REQUEST = String.raw`
  const ORIGIN = /*origin*/;

  // SubjectPublicKeyInfo: the algorithm, then a bit string with the two numbers. DER in base64, with or without the lines of PEM
  const readKey = (base64) => {
    const text = atob(base64.replace(/-----[^-]+-----|\s/g, ''));
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    const valueAt = (position) => {
      let length = bytes[position + 1];
      let start = position + 2;
      if (length > 127) {
        const bounds = start + (length & 127);
        for (length = 0; start < bounds; start += 1) length = length * 256 + bytes[start];
      }
      return { start, end: start + length };
    };
    const algorithm = valueAt(valueAt(0).start);
    const numbers = valueAt(valueAt(algorithm.end).start + 1);
    const modulus = valueAt(numbers.start);
    const exponent = valueAt(modulus.end);
    const numberAt = ({ start, end }) => numberOf(bytes.subarray(start, end));
    return { modulus: numberAt(modulus), exponent: numberAt(exponent) };
  };

  const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const numberOf = (bytes) => BigInt('0x' + hex(bytes));

  const power = (base, exponent, modulus) => {
    let result = 1n;
    for (; exponent > 0n; exponent >>= 1n) {
      if (exponent & 1n) result = (result * base) % modulus;
      base = (base * base) % modulus;
    }
    return result;
  };

  // 00 02, random bytes that are not zero, 00, the text
  const encrypt = (text, publicKey) => {
    const { modulus, exponent } = readKey(publicKey);
    const message = new TextEncoder().encode(text);
    const length = modulus.toString(16).length + 1 >> 1;
    const block = new Uint8Array(length);
    const bounds = length - message.length - 1;
    if (bounds < 10) throw new RangeError('the card is too long for the key');
    crypto.getRandomValues(block.subarray(2, bounds));
    for (let at = 2; at < bounds; at += 1) while (block[at] === 0) crypto.getRandomValues(block.subarray(at, at + 1));
    block[1] = 2;
    block.set(message, bounds + 1);
    const digits = power(numberOf(block), exponent, modulus).toString(16).padStart(length * 2, '0');
    return btoa(digits.replace(/../g, (byte) => String.fromCharCode(parseInt(byte, 16))));
  };

  // one more than is allowed stays too long, and a sign of no card stays one: so whatever was typed fits below the key
  const MOST = { cardNumber: 16, cardholderName: 50, expiryMonth: 4, expiryYear: 4, securityCode: 4 };
  const shortened = (card) =>
    Object.fromEntries(
      Object.entries(MOST).map(([name, most]) => [name, String(card[name] ?? '').slice(0, most + 1).replace(/[^ -~]/g, '?')]),
    );

  // asks as { apiKey, publicKey } or { shopId, publicKey }; resolves with what the gateway says, whatever its status
  const createToken = async (card, count, { publicKey, ...asker }) => {
    let encryptedData;
    try {
      encryptedData = encrypt(JSON.stringify({ card: shortened(card) }), publicKey);
    } catch {
      return { result: 'validation_error', errorList: [{ title: 'the public key is of no use', legacyCode: '190' }] };
    }
    const response = await fetch(ORIGIN + '/payment/CreateToken.json', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      credentials: 'omit',
      body: JSON.stringify({ createCount: String(count ?? ''), encryptionParameters: { type: 'UNIQUE_PK', ...asker }, encryptedData }),
    });
    return response.json();
  };
`;
/** With the origin of this gateway. */
var createTokenRequest = (gatewayOrigin) => CREATE_TOKEN_REQUEST.replace("/*origin*/", () => JSON.stringify(gatewayOrigin));

/**
* The fields of version 2 of the token script: documents of the gateway with one input each, which the script puts into frames. What is
* typed stays in them: the number's document encrypts the card and asks for the tokens by itself, and the other two give it their part
* over a channel of their own. The page around hears how a field is, and what the gateway answers.
*/
/** By the name in its address; the type is what `create` calls it. */
var FIELDS = /* @__PURE__ */ new Map([
	["card-number", {
		type: "cardNumber",
		autocomplete: "cc-number"
	}],
	["card-expiry", {
		type: "cardExpiry",
		autocomplete: "cc-exp"
	}],
	["card-cvc", {
		type: "cardCvc",
		autocomplete: "cc-csc"
	}]
]);
/** Says nothing of colour schemes, as a document from before them: a frame is transparent in its own scheme only, and whoever frames it can know this one. */
var STYLE = `
  :root { color-scheme: normal; background: transparent; }
  body { margin: 0; }
  label { display: flex; align-items: center; min-height: 100vh; cursor: text; }
  input { flex: 1; min-width: 0; box-sizing: border-box; margin: 0; padding: 0; border: 0; outline: 0; background: transparent;
    color: inherit; font: 16px/1.5 system-ui, "Hiragino Sans", "Noto Sans JP", sans-serif; appearance: none; }
`;
var SCRIPT$1 = String.raw`(() => {
  'use strict';
  /*createToken*/
  const input = document.querySelector('input');
  const elementType = input.id;

  const typed = () => input.value.normalize('NFKC').replace(/\s/g, '');
  const expiry = () => {
    const [, month, year] = /^(\d\d?)[/-](\d*)$/.exec(typed()) ?? /^(\d\d)(\d*)$/.exec(typed()) ?? ['', typed(), ''];
    return { expiryMonth: month && month.padStart(2, '0'), expiryYear: year };
  };

  // what each field gives, which code it has, and which text can still become a good one
  const { values, codeOf, canBecome, message } = {
    cardNumber: {
      values: () => ({ cardNumber: typed().replace(/[-‐-―−ー]/g, '') }),
      codeOf: ({ cardNumber }) => (cardNumber === '' ? 100 : /\D/.test(cardNumber) ? 101 : /^\d{10,16}$/.test(cardNumber) ? 0 : 102),
      canBecome: ({ cardNumber }) => /^\d{0,16}$/.test(cardNumber),
      message: 'カード番号を確認してください。',
    },
    cardExpiry: {
      values: expiry,
      codeOf({ expiryMonth, expiryYear }) {
        const text = expiryYear + expiryMonth;
        return text === '' ? 110 : /\D/.test(text) ? 111 : !/^(\d{4}|\d{6})$/.test(text) ? 112 : expiryMonth > 12 ? 113 : 0;
      },
      canBecome: ({ expiryMonth, expiryYear }) => expiryMonth <= 12 && /^\d{0,4}$/.test(expiryYear),
      message: '有効期限を確認してください。',
    },
    cardCvc: {
      values: () => ({ securityCode: typed() }),
      codeOf: ({ securityCode }) => (/\D/.test(securityCode) ? 121 : /^(\d{3,4})?$/.test(securityCode) ? 0 : 122),
      canBecome: ({ securityCode }) => /^\d{0,4}$/.test(securityCode),
      message: 'セキュリティコードを確認してください。',
    },
  }[elementType];

  let port;
  let wasLeft = false;
  let last;

  const emit = (type, detail = {}) => port?.postMessage({ type, event: { elementType, ...detail } });

  const look = () => {
    const current = values();
    const empty = typed() === '';
    const code = codeOf(current);
    const invalid = !empty && code > 0 && (wasLeft || !canBecome(current));
    const complete = !empty && code === 0;
    for (const [name, is] of Object.entries({ empty, complete, invalid })) input.classList.toggle(name, is);
    input.setAttribute('aria-invalid', String(invalid));
    const error = invalid ? { type: 'validation_error', code, message } : undefined;
    return { empty, complete, invalid, error };
  };
  const tellChange = () => {
    const state = look();
    const text = JSON.stringify([input.value, state]);
    if (text !== last) emit('change', state);
    last = text;
  };

  input.addEventListener('input', ({ isComposing }) => {
    wasLeft = false;
    if (!isComposing && elementType === 'cardExpiry' && /^\d{3,}$/.test(typed())) input.value = typed().replace(/^\d\d/, '$&/');
    tellChange();
  });
  input.addEventListener('focus', () => {
    input.classList.add('focus');
    emit('focus');
  });
  input.addEventListener('blur', () => {
    input.classList.remove('focus');
    wasLeft = true;
    emit('blur');
    tellChange();
  });

  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [sheet];
  const PROPERTIES = [
    'backgroundColor', 'color', 'caretColor', 'fontFamily', 'fontSize', 'fontSmoothing', 'fontStyle', 'fontVariant', 'fontWeight', 'iconColor',
    'lineHeight', 'letterSpacing', 'textAlign', 'padding', 'textDecoration', 'textShadow', 'textTransform',
  ];
  const PSEUDOS = [':hover', ':focus', '::placeholder', '::selection', ':-webkit-autofill', ':disabled', '::-ms-clear'];
  const addRule = (selector, properties) => {
    let rule;
    try {
      rule = sheet.cssRules[sheet.insertRule(selector + ' {}', sheet.cssRules.length)];
    } catch {
      return; // a selector of another engine
    }
    for (const name of PROPERTIES) {
      const value = properties[name];
      if (typeof value === 'string' || typeof value === 'number') rule.style[name === 'fontSmoothing' ? 'webkitFontSmoothing' : name] = value;
    }
    if (selector.endsWith('-clear') && typeof properties.display === 'string') rule.style.display = properties.display;
  };
  const paint = (style = {}) => {
    sheet.replaceSync('');
    for (const variant of ['base', 'complete', 'empty', 'focus', 'invalid']) {
      const rules = style?.[variant] ?? {};
      const selector = variant === 'base' ? 'input' : 'input.' + variant;
      addRule(selector, rules);
      for (const pseudo of PSEUDOS) if (rules[pseudo]) addRule(selector + pseudo, rules[pseudo]);
    }
  };

  const take = ({ style, placeholder, disabled }) => {
    paint(style);
    input.placeholder = String(placeholder ?? '');
    input.disabled = Boolean(disabled);
  };

  // the number's field: each of the others gives its part over a port that the page around has no end of
  const tokens = async ({ cardholderName, count, asker }, [answer, ...others]) => {
    const parts = await Promise.all(others.map((other) => new Promise((resolve) => (other.onmessage = ({ data }) => resolve(data)))));
    try {
      const card = { ...Object.assign({}, ...parts), ...values(), cardholderName };
      answer.postMessage({ response: await createToken(card, count, asker) });
    } catch (error) {
      answer.postMessage({ error: String(error?.message) });
    }
  };

  const ORDERS = {
    update: ({ options }) => take(options),
    clear() {
      input.value = '';
      wasLeft = false;
      tellChange();
    },
    focus: () => input.focus(),
    blur: () => input.blur(),
    give: (_, [other]) => other.postMessage(values()),
    tokens: (order, ports) => elementType === 'cardNumber' && tokens(order, ports),
  };

  tellChange(); // to nobody yet: a field that is never touched says nothing

  // where the engine gives the focus to the document of a frame, it is its input's
  addEventListener('focus', ({ target }) => target === window && input.focus());

  // the page around speaks once, and brings a port: whoever else speaks is not heard
  addEventListener('message', ({ source, data, ports }) => {
    if (port || source !== parent || data?.type !== 'connect' || ports.length !== 1) return;
    [port] = ports;
    document.documentElement.lang = data.language;
    input.setAttribute('aria-label', data.label);
    take(data.options);
    port.onmessage = ({ data: order, ports: more }) => Object.hasOwn(ORDERS, order?.type) && ORDERS[order.type](order, more);
    new ResizeObserver(() => port.postMessage({ type: 'height', height: input.offsetHeight })).observe(input);
    emit('ready');
  });
})();
`;
/** `/payment/elements/<field>` */
function mpFieldRoutes({ gatewayOrigin, faults }) {
	const script = SCRIPT$1.replace("/*createToken*/", () => createTokenRequest(gatewayOrigin));
	const routes = new Hono();
	routes.get("/payment/elements/:name", (c) => {
		const field = FIELDS.get(c.req.param("name"));
		if (!field) return c.text("Not Found", 404);
		const { type, autocomplete } = field;
		return withPageFault(faults.get("tokenFields"), c, () => writePage({
			language: "ja",
			title: type,
			style: STYLE,
			script,
			connects: gatewayOrigin,
			body: html`<label>
          <input id="${type}" name="${autocomplete}" autocomplete="${autocomplete}" inputmode="numeric" autocapitalize="off" spellcheck="false" />
        </label>`
		}));
	});
	return routes;
}

/**
* The token script of version 2: `window.Multipayment`, which has only `init` until that replaces it with the client. Our own text,
* made from the published types and the public behaviour. It needs no eval and no inline script: the gateway in script-src and
* connect-src is enough, for its fields frame-src as well.
*/
var SCRIPT = String.raw`(() => {
  'use strict';
  const GATEWAY_KEY = /*key*/;
  /*createToken*/
  // YYMM or YYYYMM
  const splitExpiry = (expire) => ({ expiryYear: expire.slice(0, -2), expiryMonth: expire.slice(-2) });

  const legacyResponse = ({ result, errorList, tokenList, maskedCardNumber, tokenExpiryDate, isSecurityCodeSet }) =>
    result === 'success'
      ? {
          resultCode: '000',
          tokenObject: {
            token: tokenList.length === 1 ? tokenList[0] : tokenList,
            toBeExpiredAt: tokenExpiryDate,
            maskedCardNo: maskedCardNumber,
            isSecurityCodeSet,
          },
        }
      : { resultCode: errorList[0].legacyCode };

  // a function, or its dotted name; anything else is nobody
  const call = (callback, response) => {
    const target = typeof callback === 'string' ? callback.split('.').reduce((owner, name) => owner?.[name], window) : callback;
    if (typeof target === 'function') target(response);
  };

  const JAPANESE = navigator.language.startsWith('ja');
  const FIELDS = {
    cardNumber: { path: 'card-number', label: JAPANESE ? 'カード番号' : 'Card number' },
    cardExpiry: { path: 'card-expiry', label: JAPANESE ? '有効期限（月/年）' : 'Expiry date (month/year)' },
    cardCvc: { path: 'card-cvc', label: JAPANESE ? 'セキュリティコード' : 'Security code' },
  };
  // the frames of a sandboxed document are sandboxed with it: each has an opaque origin of its own, which no message can name
  const FIELD_ORIGIN = window.origin === 'null' ? '*' : ORIGIN;

  class Field {
    #type;
    #siblings;
    #options;
    #handlers = { change: new Set(), ready: new Set(), focus: new Set(), blur: new Set() };
    #frame = null;
    // open as soon as the field has answered
    #port = null;

    constructor(type, siblings, options) {
      this.#type = type;
      this.#siblings = siblings;
      this.#options = { ...options };
    }

    mount(wrapper) {
      if (typeof wrapper?.append !== 'function') throw new TypeError('mount takes an HTMLElement');
      if (this.#siblings.get(this.#type) !== this) throw new TypeError('the element was destroyed');
      this.unmount();
      const { path, label } = FIELDS[this.#type];
      const frame = document.createElement('iframe');
      frame.title = label;
      frame.style.cssText = 'display:block;width:100%;height:24px;min-height:100%;border:0;background:none';
      // a frame that is moved loads again, and is another field then
      frame.addEventListener('load', () => {
        this.#port = null;
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => this.#frame === frame && this.#hear(data, port1);
        const language = JAPANESE ? 'ja' : 'en';
        frame.contentWindow?.postMessage({ type: 'connect', options: this.#options, label, language }, FIELD_ORIGIN, [port2]);
      });
      frame.src = ORIGIN + '/payment/elements/' + path;
      this.#frame = frame;
      wrapper.append(frame);
    }

    unmount() {
      this.#frame?.remove();
      this.#port?.close();
      this.#frame = this.#port = null;
    }

    destroy() {
      this.unmount();
      if (this.#siblings.get(this.#type) === this) this.#siblings.delete(this.#type);
    }

    update(options) {
      Object.assign(this.#options, options);
      this.#port?.postMessage({ type: 'update', options: this.#options });
    }

    clear() {
      this.#port?.postMessage({ type: 'clear' });
    }

    focus() {
      this.#frame?.focus();
      this.#port?.postMessage({ type: 'focus' });
    }

    blur() {
      this.#port?.postMessage({ type: 'blur' });
    }

    on(type, handler) {
      this.#handlers[type]?.add(handler);
      return this;
    }

    off(type, handler) {
      this.#handlers[type]?.delete(handler);
      return this;
    }

    #hear({ type, height, event }, port) {
      if (type === 'height') this.#frame.style.height = Number(height) + 'px';
      if (type === 'ready') this.#port = port;
      for (const handler of this.#handlers[type] ?? []) handler(event);
    }

    #order(order, ports) {
      if (!this.#port) throw new TypeError('the element ' + this.#type + ' is not ready');
      this.#port.postMessage(order, ports);
    }

    // the other fields give what they hold to the number's, which asks the gateway; both ends of those channels are theirs
    static tokens(element, order) {
      const siblings = element instanceof Field ? element.#siblings : new Map();
      const number = siblings.get('cardNumber');
      if (!number?.#port) throw new TypeError('the element cardNumber is not ready');
      const answer = new MessageChannel();
      const ends = [];
      for (const sibling of siblings.values()) {
        if (sibling === number) continue;
        const { port1, port2 } = new MessageChannel();
        sibling.#order({ type: 'give' }, [port1]);
        ends.push(port2);
      }
      number.#order({ type: 'tokens', ...order }, [answer.port2, ...ends]);
      return new Promise((resolve, reject) => {
        answer.port1.onmessage = ({ data }) => ('response' in data ? resolve(data.response) : reject(new TypeError(data.error)));
      });
    }
  }

  const createElements = () => {
    const fields = new Map();
    return {
      create(type, options) {
        if (!Object.hasOwn(FIELDS, type)) throw new TypeError('no such element: ' + type);
        fields.set(type, new Field(type, fields, options));
        return fields.get(type);
      },
      getElement: (type) => fields.get(type) ?? null,
    };
  };

  const clientFor = (asker) => ({
    createElements,
    // resolves with the answer, a failure as well; rejects when there is none
    async getTokenThroughIframe(element, cardholderName, options) {
      return Field.tokens(element, { cardholderName: String(cardholderName ?? ''), count: options?.tokenNumber, asker });
    },
    async getToken(legacyCard, callback) {
      // as in version 1, or as the types spell it
      const read = (name) => String(legacyCard?.[name.toLowerCase()] ?? legacyCard?.[name] ?? '');
      const card = {
        cardNumber: read('cardNo'),
        ...splitExpiry(read('expire')),
        securityCode: read('securityCode'),
        cardholderName: read('holderName'),
      };
      const response = legacyResponse(await createToken(card, read('tokenNumber'), asker));
      call(callback, response);
      return response;
    },
    checkAvailability: () => ({}),
    createPaymentRequest: () => undefined,
    fetchEncryptedTokenObject: async () => undefined,
  });

  window.Multipayment = {
    init(apiKey, publicKey) {
      // with one argument it is a shop ID, as in version 1
      const asker = publicKey === undefined ? { shopId: String(apiKey), publicKey: GATEWAY_KEY } : { apiKey: String(apiKey), publicKey: String(publicKey) };
      return (window.Multipayment = clientFor(asker));
    },
  };
})();
`;
/** `/payment/js/mp-token.js` */
function mpTokenScriptRoutes({ gatewayOrigin, faults }, keys) {
	const script = SCRIPT.replace("/*createToken*/", () => createTokenRequest(gatewayOrigin)).replace("/*key*/", () => JSON.stringify(publicKeyText(keys)));
	const routes = new Hono();
	routes.get("/payment/js/mp-token.js", async (c) => {
		const fault = faults.get("tokenScript");
		if (fault === "drop") return droppedAnswer(c);
		if (fault === "status-500") return c.body("", 500, SCRIPT_HEADERS);
		await pause(delayOf(fault));
		return c.body(script, 200, SCRIPT_HEADERS);
	});
	return routes;
}

/** How the OpenAPI type says no: one problem per answer (RFC 9457), whose title is the code. */
var STATUSES = {
	invalid_contract: 400,
	invalid_header: 400,
	invalid_parameter: 400,
	invalid_request: 400,
	invalid_status: 400,
	missing_parameter: 400,
	transaction_expired: 400,
	unauthorized_request: 401,
	card_declined: 402,
	insufficient_balance: 402,
	amount_limit_exceeded: 402,
	processing_failure: 402,
	resource_not_found: 404,
	method_not_allowed: 405,
	conflict: 409,
	unsupported_media_type: 415,
	too_many_requests: 429,
	internal_server_error: 500,
	bad_gateway: 502,
	service_unavailable: 503
};
/** Thrown by a call that is refused. */
var Problem = class extends Error {
	title;
	constructor(title, detail) {
		super(detail);
		this.title = title;
	}
	get status() {
		return STATUSES[this.title];
	}
};
var missing = (parameter) => new Problem("missing_parameter", `A parameter is missing.(${parameter})`);
var wrong = (parameter) => new Problem("invalid_parameter", `This value cannot be used.(${parameter})`);
/** What the issuer's reasons are called; every other one is `card_declined`. */
var DECLINES = {
	...Object.fromEntries([
		"G02",
		"G04",
		"G06"
	].map((code) => [code, "insufficient_balance"])),
	...Object.fromEntries([
		"G03",
		"G05",
		"G07",
		"G55"
	].map((code) => [code, "amount_limit_exceeded"])),
	...Object.fromEntries([
		"G42",
		"G43",
		"G44",
		"G45",
		"G65",
		"G83"
	].map((code) => [code, "processing_failure"])),
	G91: "bad_gateway"
};
/** Where one code of the protocol type says more than its beginning does. */
var TITLES = {
	E01040010: "invalid_request",
	E01080101: "invalid_request",
	E01110002: "invalid_status",
	E01110010: "invalid_status",
	E01230009: "invalid_request",
	E01420010: "transaction_expired",
	E01630010: "invalid_request",
	E01E50004: "invalid_status",
	E11010001: "invalid_status",
	E11010002: "invalid_status",
	E11010003: "invalid_status",
	E11010010: "transaction_expired",
	E61030001: "invalid_contract",
	E61040001: "invalid_contract"
};
/** The parameter that a code of the protocol type is about, by how the code begins. */
var PARAMETERS = [
	["E0104", "order.orderId"],
	["E0106", "order.amount"],
	["E0111", "accessId"],
	["E0122", "memberId"],
	["E0123", "cardId"],
	["E0124", "cardId"],
	["E0127", "installments"],
	["E0132", "order.clientFields.clientField1"],
	["E0133", "order.clientFields.clientField2"],
	["E0134", "order.clientFields.clientField3"],
	["E0139", "memberId"],
	["E0143", "memberName"],
	["E0145", "itemCode"],
	["E0148", "cardholderName"],
	["E01E3", "merchant.callbackUrl"],
	["EX1", "tokenizedCard.token"]
];
function titleOf(errInfo) {
	const known = TITLES[errInfo];
	if (known) return known;
	if (errInfo.startsWith("42C")) return "bad_gateway";
	if (errInfo.startsWith("42G")) return DECLINES[errCodeOf(errInfo)] ?? "card_declined";
	if (errInfo.startsWith("E21")) return "processing_failure";
	return errInfo.endsWith("0001") && errInfo.startsWith("E01") ? "missing_parameter" : "invalid_parameter";
}
/** `problemOf('42G120000')` is `card_declined`, and says G12. */
function problemOf(errInfo) {
	const text = ERROR_CODES.get(errInfo)?.[1] ?? "refused";
	const about = errInfo.startsWith("42") ? errCodeOf(errInfo) : PARAMETERS.find(([begins]) => errInfo.startsWith(begins))?.[1];
	return new Problem(titleOf(errInfo), `${text.charAt(0).toUpperCase()}${text.slice(1)}.${about === void 0 ? "" : `(${about})`}`);
}
/** `instance` is the endpoint that was called. */
var writeProblem = ({ title, status, message }, instance) => new Response(JSON.stringify({
	title,
	detail: message,
	instance: instance.slice(0, 40)
}), {
	status,
	headers: {
		"Content-Type": "application/problem+json",
		"Cache-Control": "no-store"
	}
});

/** Who may call: the shop's ID and password, or a token that was given for them. */
/** Seconds. */
var LIFETIME = 3600;
var unauthorized = () => new Problem("unauthorized_request", "The credentials are not those of a shop.");
var ofScheme = (scheme, header) => new RegExp(`^${scheme} +([^ ]+) *$`, "i").exec(header)?.[1];
function mustBeShop(header, { shopId, shopPass }) {
	if (Buffer.from(ofScheme("Basic", header) ?? "", "base64").toString("utf8") !== `${shopId}:${shopPass}`) throw unauthorized();
}
/** Password or access token. */
function mustBeAuthorized(request, context) {
	const header = request.headers.get("Authorization") ?? "";
	const token = ofScheme("Bearer", header);
	if (token === void 0) {
		mustBeShop(header, context);
		return;
	}
	const expiresAt = context.store.accessTokens.get(token);
	if (!expiresAt || context.now() >= expiresAt) throw unauthorized();
}
/** `/token`: client credentials of OAuth 2.0. */
async function issueAccessToken(request, context) {
	mustBeShop(request.headers.get("Authorization") ?? "", context);
	if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers.get("Content-Type") ?? "")) throw new Problem("unsupported_media_type", "The body must be a form.");
	const form = await readParameters(request);
	for (const [name, value] of [["grant_type", "client_credentials"], ["scope", "openapi"]]) {
		if (form.get(name) === "") throw missing(name);
		if (form.get(name) !== value) throw wrong(name);
	}
	const token = Buffer.from(`${randomUUID()}:${context.shopId}`).toString("base64");
	context.store.accessTokens.set(token, new Date(context.now().getTime() + LIFETIME * 1e3));
	return Response.json({
		access_token: token,
		expires_in: String(LIFETIME),
		scope: "openapi",
		token_type: "bearer"
	}, {
		status: 201,
		headers: { "Cache-Control": "no-store" }
	});
}

/** The parts of the answers. What has no value is left out, as the gateway does. */
/** The OpenAPI type has one word for all that was voided or refunded. */
var statusOf = (status) => {
	if (status === "SAUTH") return "AUTH";
	return isCancelled(status) ? "CANCEL" : status;
};
var isCancelled = (status) => [
	"VOID",
	"RETURN",
	"RETURNX"
].includes(status);
var isAuthorised = (status) => status === "AUTH" || status === "SAUTH";
var orUndefined = (value) => value === "" ? void 0 : value;
var nextAction = ({ status }) => isAuthorised(status) ? "CAPTURE" : "NO_ACTION";
function orderReference(transaction) {
	const { accessId, accessPass, orderId, status, entryJobCd, amount, tax, clientFields, history } = transaction;
	const [clientField1, clientField2, clientField3] = clientFields.map(orUndefined);
	return {
		accessId,
		accessPass,
		orderId,
		status: statusOf(status),
		created: dateTime(history[0]?.at ?? transaction.processedAt),
		updated: dateTime(history.at(-1)?.at ?? transaction.processedAt),
		amount: entryJobCd === "CHECK" ? void 0 : String(isCancelled(status) ? 0 : amount + tax),
		clientFields: clientFields.some((field) => field !== "") ? {
			clientField1,
			clientField2,
			clientField3
		} : void 0,
		chargeType: "CREDIT"
	};
}
var BRANDS = {
	VISA: "VISA",
	MASTER: "MASTERCARD",
	JCB: "JCB",
	AMEX: "AMEX",
	DINERS: "DINERS",
	"": "UNKNOWN"
};
var cardResult = ({ masked, lastFour, brand, expire, holderName }) => ({
	cardNumber: lastFour.padStart(masked.length, "*"),
	cardholderName: orUndefined(holderName),
	expiryMonth: expire.slice(2),
	expiryYear: `20${expire.slice(0, 2)}`,
	issuerCode: FORWARD,
	brand: BRANDS[brand]
});
function creditResult({ card, status, forward, approve, tranId, tranDate, processedAt, settledAt, session }) {
	if (!card) return void 0;
	return {
		cardType: "CREDIT_CARD",
		cardResult: cardResult(card),
		forwardedAcquirerCode: orUndefined(forward),
		approvalCode: orUndefined(approve),
		nwTransactionId: orUndefined(tranId),
		transactionDateTime: tranDate === "" ? void 0 : dateTime(processedAt),
		captureExpiryDateTime: settledAt && isAuthorised(status) ? dateTime(authorisedUntil(settledAt)) : void 0,
		useTds2: session?.transStatus === "Y" || session?.transStatus === "A",
		useFraudDetection: false
	};
}
/** Electronic Commerce Indicator: of Mastercard, and of the others. */
var ECI = {
	Y: ["02", "05"],
	A: ["01", "06"]
};
function tds2Result({ accessId, card, session }, { store }) {
	if (!session || session.transStatus === null && !session.wantsChallenge) return void 0;
	const { transStatus, transStatusReason } = session;
	return {
		eci: transStatus ? ECI[transStatus]?.[card?.brand === "MASTER" ? 0 : 1] : void 0,
		requiresChallenge: store.openApiOrders.get(accessId)?.requiresChallenge ?? false,
		tds2TransResult: transStatus ?? "C",
		tds2TransResultReason: /^[0-2]\d$/.test(transStatusReason) ? transStatusReason : void 0
	};
}
/** What went wrong last, if the last thing did. */
function errorInformation({ history }) {
	const errInfo = history.at(-1)?.errInfo;
	if (!errInfo) return void 0;
	const { title, message } = problemOf(errInfo);
	return {
		title,
		detail: message
	};
}
var onfileCardResult = ({ memberId, memberName }, { cardSeq, isDefault }) => ({
	memberId,
	memberName: orUndefined(memberName),
	type: "CREDIT_CARD",
	cardId: String(cardSeq),
	isDefault
});
var onfileCards = ({ cards }) => cards.map((stored, at) => ({
	type: "CREDIT_CARD",
	cardId: String(stored.cardSeq),
	index: String(at),
	...cardResult({
		...stored.card,
		holderName: stored.holderName
	}),
	isDefault: stored.isDefault
}));

/** One call, or the problem that its first error is. */
function call(name, values, context) {
	const { shopId, shopPass, siteId, sitePass } = context;
	const all = {
		ShopID: shopId,
		ShopPass: shopPass,
		SiteID: siteId,
		SitePass: sitePass,
		...values
	};
	const given = Object.entries(all).filter((pair) => pair[1] !== void 0);
	const answer = Object.fromEntries(callProtocol(name, new Parameters(new Map(given)), context));
	const [errInfo] = (answer["ErrInfo"] ?? "").split("|");
	if (errInfo) throw problemOf(errInfo);
	return answer;
}

function memberOf(memberId, { store }) {
	const member = store.members.get(memberId);
	if (!member) throw problemOf("E01390002");
	return member;
}
function createMember({ memberId, memberName }, context) {
	if (context.store.deletedMemberIds.has(memberId)) throw problemOf("E01390010");
	call("SaveMember", {
		MemberID: memberId,
		MemberName: memberName
	}, context);
	return {
		status: 201,
		body: {
			memberId,
			memberName
		}
	};
}
function inquireMember({ memberId, onfileType }, context) {
	const member = memberOf(memberId, context);
	return {
		status: 200,
		body: {
			memberId,
			memberName: member.memberName || void 0,
			onfileCards: onfileType === "WALLET" ? void 0 : onfileCards(member),
			onfileWallets: onfileType === "CARD" ? void 0 : []
		}
	};
}
function deleteMember({ memberId }, context) {
	const deletedCards = onfileCards(memberOf(memberId, context));
	call("DeleteMember", { MemberID: memberId }, context);
	return {
		status: 202,
		body: {
			memberId,
			deletedCards,
			deletedWallets: []
		}
	};
}
function deleteItem(request, context) {
	const { memberId, onfileType, onfileCardType, cardId } = request;
	if (onfileType === "WALLET" || onfileCardType === "APPLE_PAY") throw problemOf("E61030001");
	if (onfileCardType === void 0) throw missing("onfileCardType");
	if (cardId === void 0) throw missing("cardId");
	const deletedCard = onfileCards(memberOf(memberId, context)).find((card) => card.cardId === String(Number(cardId)));
	call("DeleteCard", {
		MemberID: memberId,
		SeqMode: "1",
		CardSeq: cardId
	}, context);
	return {
		status: 201,
		body: {
			memberId,
			deletedCard
		}
	};
}
/** A saved card by its ID, else by its index, else the default one. */
function onfileSource({ memberId, type, cardId, index }, path, context) {
	if (type === "APPLE_PAY") throw problemOf("E61030001");
	const { cards } = memberOf(memberId, context);
	const stored = cardId !== void 0 ? cards.find(({ cardSeq }) => cardSeq === Number(cardId)) : index !== void 0 ? cards[Number(index)] : cards.find(({ isDefault }) => isDefault);
	if (stored) return [{
		MemberID: memberId,
		SeqMode: "1",
		CardSeq: String(stored.cardSeq)
	}, stored];
	if (cardId === void 0 && index === void 0) throw missing(`${path}.cardId`);
	throw wrong(`${path}.${cardId === void 0 ? "index" : "cardId"}`);
}
/** Throws what stands against saving this card, before anything is done. */
function mustBeAbleToKeep(options, card, context) {
	const { memberId, cardId, createNewMember, duplicationCheckOptions } = options;
	const { members, deletedMemberIds } = context.store;
	const member = members.get(memberId);
	if (!member && (!createNewMember || deletedMemberIds.has(memberId))) throw problemOf("E01390002");
	if (cardId !== void 0 && !member?.cards.some(({ cardSeq }) => cardSeq === Number(cardId))) throw problemOf("E01240002");
	if (cardId === void 0 && member && member.cards.length >= 5) throw problemOf("E01230009");
	if (!duplicationCheckOptions?.enableDuplicationCheck) return;
	const excluded = [memberId, ...duplicationCheckOptions.excludedMemberIds ?? []];
	if ([...members.values()].filter((other) => !excluded.includes(other.memberId)).some(({ cards }) => cards.some((stored) => stored.card.fingerprint === card.fingerprint))) throw new Problem("invalid_request", "Another member has saved this card.");
}
/** Saves the card of a token or of a payment, over that of cardId or as a new one, and makes the member who is not there yet. */
function keepCard(options, source, context) {
	const { memberId, memberName, cardId, setDefault } = options;
	const { members } = context.store;
	const isNew = !members.has(memberId);
	if (isNew) call("SaveMember", {
		MemberID: memberId,
		MemberName: memberName
	}, context);
	try {
		const place = cardId === void 0 ? { SeqMode: "0" } : {
			SeqMode: "1",
			CardSeq: cardId
		};
		const name = "OrderID" in source ? "TradedCard" : "SaveCard";
		call(name, {
			...source,
			...place,
			MemberID: memberId,
			DefaultFlag: setDefault ? "1" : "0"
		}, context);
	} catch (error) {
		if (isNew) members.delete(memberId);
		throw error;
	}
	const { cards } = memberOf(memberId, context);
	const kept = cardId === void 0 ? cards.at(-1) : cards.find(({ cardSeq }) => cardSeq === Number(cardId));
	if (!kept) throw new Error("no card was saved");
	return kept;
}

var riskFields = ({ payer, order, tds2Information }) => ({
	...Object.fromEntries(Object.entries(tds2Information?.tds2Data ?? {}).map(([name, value]) => [`Tds2${name.charAt(0).toUpperCase()}${name.slice(1)}`, String(value)])),
	Tds2Email: payer.email,
	Tds2DeliveryEmailAddress: payer.deliveryEmail,
	Tds2AddrMatch: order.addressMatch ? "Y" : void 0,
	...addressFields("Bill", order.billingAddress),
	...addressFields("Ship", order.shippingAddress),
	...phoneFields(payer)
});
var JAPAN = "392";
function addressFields(kind, address) {
	if (!address) return {};
	const { line1, line2, line3, city, state, postCode, country = JAPAN } = address;
	return Object.fromEntries(Object.entries({
		Line1: line1,
		Line2: line2,
		Line3: line3,
		City: city,
		State: state,
		PostCode: postCode,
		Country: country
	}).map(([name, value]) => [`Tds2${kind}Addr${name}`, value]));
}
var PHONES = {
	MOBILE: "Mobile",
	HOME: "Home",
	WORK: "Work"
};
var phoneFields = ({ phones = [] }) => Object.fromEntries(phones.flatMap(({ type = "OTHER", countryCode, number }) => {
	const kind = PHONES[type];
	if (kind === void 0 || countryCode === void 0 || number === void 0) return [];
	return [[`Tds2${kind}PhoneCC`, countryCode], [`Tds2${kind}PhoneSubscriber`, number.replaceAll("-", "")]];
}));

/** Where the 3DS server sends the browser; from here it goes to the shop. */
var RETURN = "/openapi/return";
var METHODS = {
	ONE_TIME: "1",
	INSTALLMENT: "2",
	BONUS_ONE_TIME: "3",
	REVOLVING: "5"
};
var REQUIRED = {
	FOLLOW: "0",
	NOT_ALLOW: "1",
	ALLOW: "2"
};
var charge = (request, context) => {
	const { tokenizedCard, card, creditChargeOptions } = request.creditInformation;
	const source = cardSource({
		tokenizedCard,
		card
	}, "creditInformation");
	return start(request, payment(request.order.amount, creditChargeOptions), source, {}, context);
};
var chargeOnfile = (request, context) => {
	const { onfileCard, creditChargeOptions } = request.creditOnfileInformation;
	const [source, stored] = onfileSource(onfileCard, "creditOnfileInformation.onfileCard", context);
	const renaming = {
		stored,
		cardholderName: onfileCard.cardholderName
	};
	return start(request, payment(request.order.amount, creditChargeOptions), source, { renaming }, context);
};
var verify = (request, context) => {
	const { tokenizedCard, onfileCard, card, creditVerificationOptions = {}, onfileCardOptions } = request.creditVerificationInformation;
	const [source, stored] = onfileCard ? onfileSource(onfileCard, "creditVerificationInformation.onfileCard", context) : [cardSource({
		tokenizedCard,
		card
	}, "creditVerificationInformation")];
	if (onfileCardOptions) mustBeAbleToKeep(onfileCardOptions, stored?.card ?? cardOfToken(source["Token"] ?? "", context), context);
	const { useTds2 = true, itemCode } = creditVerificationOptions;
	return start(request, {
		entry: {
			JobCd: "CHECK",
			ItemCode: itemCode
		},
		execution: {},
		useTds2
	}, source, {
		renaming: stored && {
			stored,
			cardholderName: onfileCard?.cardholderName
		},
		keeping: onfileCardOptions
	}, context);
};
var store = (request, context) => {
	const { referrer, tokenizedCard, card, onfileCardOptions } = request.creditStoringInformation;
	const paid = referrer && context.store.transactions.get(referrer.accessId);
	if (referrer && !paid) throw wrong("creditStoringInformation.referrer.accessId");
	if (paid && !paid.settledAt) throw problemOf("E01110010");
	const source = paid ? { OrderID: paid.orderId } : cardSource({
		tokenizedCard,
		card
	}, "creditStoringInformation");
	mustBeAbleToKeep(onfileCardOptions, paid?.card ?? cardOfToken(source["Token"] ?? "", context), context);
	const kept = keepCard(onfileCardOptions, source, context);
	return {
		status: 201,
		body: {
			nextAction: "NO_ACTION",
			onfileCardResult: onfileCardResult(memberOf(onfileCardOptions.memberId, context), kept),
			cardResult: cardResult({
				...kept.card,
				holderName: kept.holderName
			})
		}
	};
};
/** After 3-D Secure, when the gateway does not ask the issuer by itself. */
var finalize = (kind) => ({ accessId }, context) => {
	const transaction = context.store.transactions.get(accessId);
	if (!transaction || transaction.entryJobCd === "CHECK" !== (kind === "verification")) throw problemOf("E01110002");
	authorize(transaction, context);
	return paid(transaction, context);
};
/** Asks the issuer, when the shopper is back from 3-D Secure. */
function authorize(transaction, context) {
	call("SecureTran2", {
		AccessID: transaction.accessId,
		AccessPass: transaction.accessPass
	}, context);
	finish(transaction, context);
}
function payment(amount, options) {
	const { authorizationMode, itemCode, paymentMethod = "ONE_TIME", installments, useTds2 = true, useFraudDetection } = options;
	if (useFraudDetection) throw problemOf("E61030001");
	return {
		entry: {
			JobCd: authorizationMode,
			Amount: amount,
			ItemCode: itemCode
		},
		execution: {
			Method: METHODS[paymentMethod],
			PayTimes: paymentMethod === "INSTALLMENT" ? installments : void 0
		},
		useTds2
	};
}
/** A token. This shop may not send card numbers, and takes no wallet. */
function cardSource({ tokenizedCard, card }, path) {
	if (card) throw problemOf("E61040001");
	if (!tokenizedCard) throw missing(`${path}.tokenizedCard`);
	if (tokenizedCard.type !== "MP_TOKEN") throw problemOf("E61030001");
	return { Token: tokenizedCard.token };
}
/** EntryTran and ExecTran as one call. */
function start(request, { entry, execution, useTds2 }, source, extras, context) {
	const { merchant, order, tds2Information } = request;
	const { skipNotEnrolledCard, allowAttempt = "FOLLOW", requiresChallenge = false, autoAuthorization = true } = tds2Information?.tds2Options ?? {};
	const { callbackUrl = "" } = merchant;
	if (useTds2 && callbackUrl === "") throw missing("merchant.callbackUrl");
	if (useTds2 && faultsOf("RetUrl", callbackUrl, true).length > 0) throw wrong("merchant.callbackUrl");
	const { transactions, openApiOrders } = context.store;
	const earlier = failedAttempt(order.orderId, context);
	if (earlier) transactions.delete(earlier.accessId);
	let transaction;
	try {
		const { AccessID = "", AccessPass } = call("EntryTran", {
			...entry,
			OrderID: order.orderId,
			TdFlag: useTds2 ? "2" : "0",
			Tds2Type: skipNotEnrolledCard ? "3" : "2",
			TdRequired: REQUIRED[allowAttempt]
		}, context);
		transaction = transactions.get(AccessID);
		if (!transaction) throw new Error("EntryTran made no transaction");
		const renamed = extras.renaming?.cardholderName === void 0 ? void 0 : extras.renaming;
		const openApiOrder = {
			callbackUrl,
			csrfToken: merchant.csrfToken,
			authorizesItself: autoAuthorization,
			requiresChallenge,
			keeping: extras.keeping,
			renames: renamed?.stored,
			kept: void 0,
			isReturned: false
		};
		openApiOrders.set(AccessID, openApiOrder);
		const { ACS, RedirectUrl } = call("ExecTran", {
			AccessID,
			AccessPass,
			OrderID: order.orderId,
			...execution,
			...source,
			ClientField1: order.clientFields?.clientField1,
			ClientField2: order.clientFields?.clientField2,
			ClientField3: order.clientFields?.clientField3,
			...useTds2 && {
				RetUrl: `${context.gatewayOrigin}${"/openapi/return"}`,
				CallbackType: "3",
				...riskFields(request)
			}
		}, context);
		const { card } = transaction;
		if (card && renamed?.cardholderName !== void 0) transaction.card = {
			...card,
			holderName: renamed.cardholderName
		};
		if (ACS === "2") return redirect(transaction, RedirectUrl ?? "");
	} catch (error) {
		if (transaction?.history.length === 1) {
			transactions.delete(transaction.accessId);
			openApiOrders.delete(transaction.accessId);
			if (earlier) transactions.set(earlier.accessId, earlier);
		}
		if (!transaction && earlier) transactions.set(earlier.accessId, earlier);
		throw error;
	}
	finish(transaction, context);
	return paid(transaction, context);
}
/** An order that came to nothing may be tried again. */
function failedAttempt(orderId, { store: held }) {
	const earlier = held.transactionOfOrder(orderId);
	return earlier?.status === "UNPROCESSED" && held.openApiOrders.has(earlier.accessId) ? earlier : void 0;
}
/** What follows when the issuer has said yes. */
function finish(transaction, context) {
	const order = context.store.openApiOrders.get(transaction.accessId);
	if (order?.renames && transaction.card) order.renames.holderName = transaction.card.holderName;
	if (order?.keeping) order.kept = keepCard(order.keeping, { OrderID: transaction.orderId }, context);
}
function paid(transaction, context) {
	const order = context.store.openApiOrders.get(transaction.accessId);
	const member = order?.keeping && context.store.members.get(order.keeping.memberId);
	return {
		status: 201,
		body: {
			nextAction: nextAction(transaction),
			orderReference: orderReference(transaction),
			creditResult: creditResult(transaction),
			onfileCardResult: member && order.kept ? onfileCardResult(member, order.kept) : void 0,
			tds2Result: tds2Result(transaction, context)
		}
	};
}
var redirect = (transaction, redirectUrl) => ({
	status: 202,
	body: {
		nextAction: "REDIRECT",
		orderReference: orderReference(transaction),
		redirectInformation: {
			redirectUrl,
			httpMethod: "GET",
			redirectType: "TDS2"
		}
	}
});

/** The way back from 3-D Secure: over the gateway, which may ask the issuer, to the shop's callbackUrl. Always by GET. */
function callbackRoutes(context) {
	const routes = new Hono();
	routes.get(RETURN, (c) => {
		const accessId = c.req.query("AccessID") ?? "";
		const transaction = context.store.transactions.get(accessId);
		const order = context.store.openApiOrders.get(accessId);
		if (!order || !transaction?.session?.transStatus) return gone();
		if (order.authorizesItself && !order.isReturned) authorizeQuietly(transaction, context);
		order.isReturned = true;
		const url = new URL(order.callbackUrl);
		const p = parameterOf(transaction, order);
		if (challengeFault("returning", transaction, context) === "twice") {
			const fields = {
				...Object.fromEntries(url.searchParams),
				p
			};
			url.search = "";
			return writePage(postingPage(url.href, fields, {
				method: "get",
				twice: true
			}));
		}
		url.search = url.search === "" ? `?p=${p}` : `${url.search}&p=${p}`;
		return new Response(null, {
			status: 302,
			headers: {
				Location: url.href,
				"Cache-Control": "no-store"
			}
		});
	});
	return routes;
}
/** The browser is told nothing of the outcome; the shop asks for it. */
function authorizeQuietly(transaction, context) {
	try {
		authorize(transaction, {
			...context,
			endpoint: "autoAuthorization"
		});
	} catch (error) {
		if (!(error instanceof Problem)) throw error;
	}
}
/** JSON in Base64URL. The published example keeps the padding, so it is here too. */
function parameterOf({ accessId, entryJobCd }, { authorizesItself, csrfToken }) {
	const text = JSON.stringify({
		accessId,
		event: authorizesItself ? entryJobCd === "CHECK" ? "TDS_VERIFICATION_FINISHED" : "TDS_CHARGE_FINISHED" : "TDS_FINISHED",
		csrfToken
	});
	const encoded = Buffer.from(text).toString("base64url");
	return encoded.padEnd(Math.ceil(encoded.length / 4) * 4, "=");
}

/** Idempotency-Key: a request that was answered well is not done again, it is answered again. */
var LONGEST = 36;
var DAY$1 = 864e5;
/** So that nothing of a body can be guessed from what is kept. */
var secret = randomBytes(32);
/** Does the work once for each key; a failure is forgotten, and may be tried again. */
async function once(key, request, { store: { keptAnswers }, now }, work) {
	if (key === "") return work();
	if (Array.from(key).length > LONGEST) throw new Problem("invalid_header", "The key is too long.(Idempotency-Key)");
	const fingerprint = createHmac("sha256", secret).update(request).digest("hex");
	const known = keptAnswers.get(key);
	if (known && now().getTime() - known.at.getTime() < DAY$1) {
		if (known.fingerprint !== fingerprint) throw new Problem("invalid_header", "The key belongs to another request.(Idempotency-Key)");
		if (!known.answer) throw new Problem("conflict", "The same request is being worked on.");
		return known.answer;
	}
	const kept = {
		fingerprint,
		at: now(),
		answer: null
	};
	keptAnswers.set(key, kept);
	try {
		kept.answer = await work();
		return kept.answer;
	} catch (error) {
		keptAnswers.delete(key);
		throw error;
	}
}

var answer = (status, transaction, context) => ({
	status,
	body: {
		orderReference: orderReference(transaction),
		creditResult: creditResult(transaction),
		tds2Result: tds2Result(transaction, context)
	}
});
function transactionOf(accessId, { store }) {
	const transaction = store.transactions.get(accessId);
	if (!transaction) throw wrong("accessId");
	return transaction;
}
function inquire({ accessId, orderId }, context) {
	if (accessId === void 0 && orderId === void 0) throw missing("accessId");
	const transaction = accessId === void 0 ? context.store.transactionOfOrder(orderId ?? "") : context.store.transactions.get(accessId);
	if (!transaction) throw wrong(accessId === void 0 ? "orderId" : "accessId");
	if (orderId !== void 0 && orderId !== transaction.orderId) throw wrong("orderId");
	const { status, body } = answer(200, transaction, context);
	return {
		status,
		body: {
			...body,
			errorInformation: errorInformation(transaction)
		}
	};
}
function alter(transaction, job, context) {
	const { accessId, accessPass, amount, tax } = transaction;
	call("AlterTran", {
		AccessID: accessId,
		AccessPass: accessPass,
		JobCd: job,
		...job === "SALES" ? {
			Amount: String(amount || 1),
			Tax: String(tax)
		} : {}
	}, context);
	return answer(201, transaction, context);
}
var capture = ({ accessId }, context) => alter(transactionOf(accessId, context), "SALES", context);
var cancel = ({ accessId }, context) => alter(transactionOf(accessId, context), "CANCEL", context);
/** Changes the amount; with the same one, an authorisation lives longer. */
function update(request, context) {
	const transaction = transactionOf(request.accessId, context);
	const { accessId, accessPass, status } = transaction;
	const job = {
		AUTH: "AUTH",
		SAUTH: "SAUTH"
	}[status] ?? "CAPTURE";
	call("ChangeTran", {
		AccessID: accessId,
		AccessPass: accessPass,
		JobCd: request.authorizationMode ?? job,
		Amount: request.amount,
		Tax: "0"
	}, context);
	return answer(201, transaction, context);
}

/** Small parsers of JSON: each takes a value and gives it back with its type, or throws what is wrong with the first bad part. */
var optional = (parse) => ({
	parse,
	isNeeded: false
});
var needed = ({ parse }) => ({
	parse,
	isNeeded: true
});
var text = (longest, pattern = /^/) => optional((value, path) => {
	if (typeof value !== "string" || Array.from(value).length > longest || !pattern.test(value)) throw wrong(path);
	return value;
});
var choice = (...words) => optional((value, path) => words.find((word) => word === value) ?? refuse(path));
var flag = optional((value, path) => typeof value === "boolean" ? value : refuse(path));
var upTo = (highest) => optional((value, path) => typeof value === "number" && value <= highest ? value : refuse(path));
var wholeUpTo = (highest) => optional((value, path) => Number.isInteger(upTo(highest).parse(value, path)) ? Number(value) : refuse(path));
var listOf = ({ parse }, most = Infinity) => optional((value, path) => {
	if (!Array.isArray(value) || value.length > most) throw wrong(path);
	return value.map((each, at) => parse(each, `${path}[${at}]`));
});
/** An object. What is null or an empty text counts as not given; what is not in the table is passed over. */
var group = (members) => optional((value, path) => {
	if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong(path);
	const parsed = {};
	for (const [name, { parse, isNeeded }] of Object.entries(members)) {
		const given = value[name];
		const inner = path === "" ? name : `${path}.${name}`;
		if (given !== void 0 && given !== null && given !== "") parsed[name] = parse(given, inner);
		else if (isNeeded) throw missing(inner);
	}
	return parsed;
});
function refuse(path) {
	throw wrong(path);
}

/** The bodies of the requests, with names and limits as the gateway publishes them. */
var KANA = /^[ァ-ヶー　]+$/;
var LATIN = /^[a-zA-Z0-9 ,\-./]+$/;
var PHONE = /^[0-9-]+$/;
var HOURS = /^(?:[01]?\d|2[0-3]):[0-5]\d-(?:[01]?\d|2[0-3]):[0-5]\d$/;
var EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/;
var IDENTIFIER = /^[0-9a-zA-Z-]+$/;
var DATE = /^\d{8}$/;
var words = (longest) => text(longest);
var email = text(254, EMAIL);
var date = text(8, DATE);
var webAddress = text(256, /^[a-z][a-z0-9+.-]*:\/\/[!-~]+$/i);
var accessId = text(32, /^[a-zA-Z0-9]{32}$/);
var orderId = text(27, IDENTIFIER);
var memberId = text(60, /^[a-zA-Z0-9@_.-]+$/);
var memberName = words(255);
var cardId = text(4, /^\d+$/);
var amount = text(15, /^\d+$/);
var itemCode = text(7, /^0000\d{3}$/);
var additionalOptions = group({});
var merchant = group({
	name: needed(words(30)),
	nameKana: needed(text(Infinity, KANA)),
	nameAlphabet: needed(text(25, LATIN)),
	nameShort: needed(words(30)),
	contactName: needed(words(42)),
	contactEmail: email,
	contactUrl: webAddress,
	contactPhone: needed(text(13, PHONE)),
	contactOpeningHours: needed(text(11, HOURS)),
	callbackUrl: webAddress,
	webhookUrl: webAddress,
	csrfToken: text(36, IDENTIFIER)
});
var address = group({
	name: needed(words(40)),
	line1: needed(words(50)),
	line2: words(50),
	line3: words(50),
	city: needed(words(50)),
	state: needed(text(3, /^\d{3}$/)),
	postCode: needed(text(16, PHONE)),
	country: text(3, /^\d{3}$/)
});
var item = group({
	name: needed(words(128)),
	description: words(120),
	quantity: needed(wholeUpTo(9999)),
	type: needed(choice("DIGITAL", "PHYSICAL", "SERVICE")),
	price: needed(words(15)),
	category: text(4, /^\d{4}$/),
	productId: words(30),
	productCode: words(13)
});
var orderWithoutAmount = {
	orderId: needed(orderId),
	clientFields: group({
		clientField1: words(100),
		clientField2: words(100),
		clientField3: words(100)
	}),
	items: listOf(item),
	transactionType: needed(choice("CIT", "MIT", "OTHER")),
	shippingAddress: address,
	addressMatch: flag,
	billingAddress: address
};
var order = {
	...orderWithoutAmount,
	amount: needed(amount),
	currency: choice("JPY")
};
var payer = group({
	name: needed(words(40)),
	nameKana: text(Infinity, KANA),
	nameAlphabet: text(30, LATIN),
	gender: choice("MALE", "FEMALE", "OTHER"),
	dateOfBirth: date,
	email,
	deliveryEmail: email,
	phones: listOf(group({
		type: choice("MOBILE", "HOME", "WORK", "OTHER"),
		countryCode: text(3, /^\d+$/),
		number: text(13, PHONE)
	})),
	accountId: memberId,
	ip: words(39),
	deviceType: choice("PC_WEB", "PC_APP", "MOBILE_WEB", "MOBILE_APP"),
	osType: choice("IOS", "ANDROID"),
	httpUserAgent: words(512)
});
var tokenizedCard = group({
	type: needed(choice("MP_TOKEN", "APPLE_PAY_TOKEN", "GOOGLE_PAY_TOKEN")),
	token: needed(text(Infinity))
});
var card = group({
	cardNumber: needed(text(16, /^\d{12,16}$/)),
	cardholderName: text(50, /^[a-zA-Z0-9 -]+$/),
	expiryMonth: needed(text(2, /^\d{2}$/)),
	expiryYear: needed(text(4, /^\d{4}$/)),
	securityCode: text(4, /^\d{3,4}$/)
});
var onfileCard = group({
	memberId: needed(memberId),
	type: needed(choice("CREDIT_CARD", "APPLE_PAY")),
	cardId,
	index: text(1, /^[0-4]$/),
	cardholderName: text(Infinity, /^[a-zA-Z0-9 -]+$/)
});
var creditChargeOptions = group({
	authorizationMode: needed(choice("AUTH", "CAPTURE")),
	useTds2: flag,
	useFraudDetection: flag,
	itemCode,
	paymentMethod: choice("ONE_TIME", "INSTALLMENT", "BONUS_ONE_TIME", "REVOLVING"),
	installments: text(2, /^\d{1,2}$/)
});
var onfileCardOptions = group({
	memberId: needed(memberId),
	memberName,
	cardId,
	createNewMember: flag,
	setDefault: flag,
	duplicationCheckOptions: group({
		enableDuplicationCheck: flag,
		includeDeletedCards: flag,
		excludedMemberIds: listOf(text(Infinity), 20)
	})
});
var tds2Information = group({
	tds2Options: group({
		skipNotEnrolledCard: flag,
		allowAttempt: choice("FOLLOW", "ALLOW", "NOT_ALLOW"),
		requiresChallenge: flag,
		autoAuthorization: flag
	}),
	tds2Data: group({
		chAccChange: date,
		chAccDate: date,
		chAccPwChange: date,
		nbPurchaseAccount: upTo(9999),
		paymentAccAge: date,
		provisionAttemptsDay: upTo(999),
		shipAddressUsage: date,
		shipNameInd: choice("01", "02"),
		suspiciousAccActivity: choice("01", "02"),
		txnActivityDay: upTo(999),
		txnActivityYear: upTo(999),
		threeDSReqAuthData: words(2048),
		threeDSReqAuthMethod: choice("01", "02", "03", "04", "05", "06"),
		threeDSReqAuthTimestamp: text(12, /^\d{12}$/),
		deliveryTimeframe: choice("01", "02", "03", "04"),
		giftCardAmount: upTo(999999999999999),
		giftCardCount: upTo(99),
		giftCardCurr: text(3, /^\d{3}$/),
		preOrderDate: date,
		preOrderPurchaseInd: choice("01", "02"),
		reorderItemsInd: choice("01", "02"),
		shipInd: choice("01", "02", "03", "04", "05", "06", "07")
	})
});
var common = {
	merchant: needed(merchant),
	payer: needed(payer),
	tds2Information,
	additionalOptions
};
var CHARGE = group({
	...common,
	order: needed(group(order)),
	creditInformation: needed(group({
		tokenizedCard,
		card,
		creditChargeOptions: needed(creditChargeOptions)
	}))
});
var ONFILE_CHARGE = group({
	...common,
	order: needed(group(order)),
	creditOnfileInformation: needed(group({
		onfileCard: needed(onfileCard),
		creditChargeOptions: needed(creditChargeOptions)
	}))
});
var VERIFY = group({
	...common,
	order: needed(group(orderWithoutAmount)),
	creditVerificationInformation: needed(group({
		tokenizedCard,
		onfileCard,
		card,
		creditVerificationOptions: group({
			useTds2: flag,
			itemCode
		}),
		onfileCardOptions
	}))
});
var STORE = group({
	merchant: needed(merchant),
	creditStoringInformation: needed(group({
		referrer: group({ accessId: needed(text(Infinity)) }),
		tokenizedCard,
		card,
		onfileCardOptions: needed(onfileCardOptions)
	})),
	additionalOptions
});
var FINALIZE = group({
	accessId: needed(accessId),
	additionalOptions
});
var INQUIRY = group({
	accessId,
	orderId,
	additionalOptions
});
var OPERATION = group({
	accessId: needed(accessId),
	additionalOptions
});
var UPDATE = group({
	accessId: needed(accessId),
	amount: needed(amount),
	authorizationMode: choice("AUTH", "CAPTURE"),
	additionalOptions
});
var MEMBER_CREATE = group({
	memberId: needed(memberId),
	memberName,
	additionalOptions
});
var MEMBER_INQUIRY = group({
	memberId: needed(memberId),
	onfileType: choice("CARD", "WALLET"),
	additionalOptions
});
var MEMBER_DELETE = group({
	memberId: needed(memberId),
	additionalOptions
});
var MEMBER_DELETE_ITEM = group({
	memberId: needed(memberId),
	onfileType: needed(choice("CARD", "WALLET")),
	onfileCardType: choice("CREDIT_CARD", "APPLE_PAY"),
	onfileWalletType: choice("PAYPAY", "DOCOMO", "RAKUTEN", "AMAZON", "AU_APP", "MERPAY"),
	cardId,
	additionalOptions
});

/** The OpenAPI type: one table of calls, one way through all of them: who asks, what is asked, and was it asked before? */
var changes = ({ parse }, run) => ({
	isIdempotent: true,
	run: (body, context) => run(parse(body, ""), context)
});
var asks = (shape, run) => ({
	...changes(shape, run),
	isIdempotent: false
});
var CALLS = /* @__PURE__ */ new Map([
	["/credit/charge", changes(CHARGE, charge)],
	["/credit/on-file/charge", changes(ONFILE_CHARGE, chargeOnfile)],
	["/credit/verifyCard", changes(VERIFY, verify)],
	["/credit/storeCard", changes(STORE, store)],
	["/tds2/finalizeCharge", changes(FINALIZE, finalize("charge"))],
	["/tds2/finalizeVerification", changes(FINALIZE, finalize("verification"))],
	["/order/inquiry", asks(INQUIRY, inquire)],
	["/order/capture", changes(OPERATION, capture)],
	["/order/cancel", changes(OPERATION, cancel)],
	["/order/update", changes(UPDATE, update)],
	["/member/create", changes(MEMBER_CREATE, createMember)],
	["/member/inquiry", asks(MEMBER_INQUIRY, inquireMember)],
	["/member/delete", changes(MEMBER_DELETE, deleteMember)],
	["/member/deleteItem", changes(MEMBER_DELETE_ITEM, deleteItem)]
]);
/** The real gateway has two hosts, neither with a path of its own; the sandbox has both on its one origin. */
var PATHS = [
	"/token",
	"/credit/*",
	"/tds2/*",
	"/order/*",
	"/member/*",
	"/wallet/*",
	"/cash/*",
	"/verification/*"
];
var FAULT_TITLES = {
	"status-429": "too_many_requests",
	"status-500": "internal_server_error",
	"status-502": "bad_gateway",
	"status-503": "service_unavailable"
};
function openApiRoutes(context) {
	const { faults } = context;
	const routes = new Hono();
	routes.route("/", callbackRoutes(context));
	const answer = async ({ req }) => {
		const call = CALLS.get(req.path);
		if (!call && req.path !== "/token") throw new Problem("resource_not_found", "There is no such endpoint.");
		if (req.method !== "POST") throw new Problem("method_not_allowed", "The method must be POST.");
		const fault = faults.get("openApi");
		const title = FAULT_TITLES[fault];
		if (title) throw new Problem(title, "The console page of the sandbox wants this.");
		if (!call) return issueAccessToken(req.raw, context);
		mustBeAuthorized(req.raw, context);
		if (!/^application\/json\b/i.test(req.header("Content-Type") ?? "")) throw new Problem("unsupported_media_type", "The body must be JSON.");
		const body = await req.json().catch(() => {
			throw new Problem("invalid_request", "The body is not JSON.");
		});
		const key = call.isIdempotent ? req.header("Idempotency-Key") ?? "" : "";
		const answered = await once(key, `${req.path} ${JSON.stringify(body)}`, context, async () => {
			await pause(delayOf(fault));
			return call.run(body, {
				...context,
				endpoint: req.path
			});
		});
		if (fault === "silent") return never();
		return Response.json(answered.body, {
			status: answered.status,
			headers: { "Cache-Control": "no-store" }
		});
	};
	for (const path of PATHS) routes.all(path, async (c) => {
		try {
			return await answer(c);
		} catch (error) {
			const problem = error instanceof Refusal ? problemOf(error.errInfos[0] ?? "E91099997") : error;
			if (problem instanceof Problem) return writeProblem(problem, c.req.path);
			throw error;
		}
	});
	return routes;
}

/** Everything the sandbox remembers, in memory. It holds no card number and no security code: see `HeldCard`. */
var LOG_LENGTH = 1e3;
var SandboxStore = class {
	tokens = /* @__PURE__ */ new Map();
	/** By AccessID. */
	transactions = /* @__PURE__ */ new Map();
	members = /* @__PURE__ */ new Map();
	deletedMemberIds = /* @__PURE__ */ new Set();
	/** By AccessID. */
	openApiOrders = /* @__PURE__ */ new Map();
	/** Until when each is good. */
	accessTokens = /* @__PURE__ */ new Map();
	/** By Idempotency-Key. */
	keptAnswers = /* @__PURE__ */ new Map();
	/** By the secret part of the address. */
	links = /* @__PURE__ */ new Map();
	requests = [];
	/** How many days the console has put the clock forward. */
	daysAhead = 0;
	#fingerprintKey = randomBytes(32);
	holdCard(number, expire, holderName) {
		return {
			masked: number.slice(-3).padStart(number.length, "*"),
			lastFour: number.slice(-4),
			brand: brandOf(number),
			behaviour: behaviourOf(number),
			expire: expire.slice(-4),
			holderName,
			fingerprint: this.#fingerprintOf(number)
		};
	}
	/** Is this text the number of that card? */
	isNumberOf(text, { fingerprint }) {
		return this.#fingerprintOf(text) === fingerprint;
	}
	#fingerprintOf(number) {
		return createHmac("sha256", this.#fingerprintKey).update(number).digest("hex");
	}
	transactionOfOrder(orderId) {
		return [...this.transactions.values()].find((transaction) => transaction.orderId === orderId);
	}
	transactionOfSession(id, value) {
		return [...this.transactions.values()].find((transaction) => transaction.session?.[id] === value);
	}
	logRequest(entry) {
		this.requests.push(entry);
		if (this.requests.length > LOG_LENGTH) this.requests.shift();
		return entry;
	}
};

/** A stand-in for GMO Payment Gateway's Multi-Payment service, for development and tests: see README.md. */
var DAY = 864e5;
/** What the calls would refuse later is refused here. */
var FORMATS = {
	shopId: /^[a-z0-9]{1,13}$/i,
	shopPass: /^[a-z0-9]{1,10}$/i,
	siteId: /^[a-z0-9]{1,13}$/i,
	sitePass: /^[a-z0-9]{1,20}$/i
};
function createSandbox(options) {
	for (const [name, format] of Object.entries(FORMATS)) if (!format.test(options[name])) throw new TypeError(`${name} must match ${String(format)}`);
	const store = new SandboxStore();
	const faults = new Faults();
	const { now = () => /* @__PURE__ */ new Date(), apiKey = SANDBOX_SHOP.apiKey } = options;
	const context = {
		...options,
		apiKey,
		now: () => new Date(now().getTime() + store.daysAhead * DAY),
		store,
		faults
	};
	const keys = tokenKeys();
	const gateway = new Hono();
	gateway.use(logged(store, "gateway"));
	gateway.route("/", tokenScriptRoutes(context, keys));
	gateway.route("/", getTokenRoutes(context, keys));
	gateway.route("/", mpTokenScriptRoutes(context, keys));
	gateway.route("/", mpFieldRoutes(context));
	gateway.route("/", createTokenRoutes(context, keys));
	gateway.route("/", linkPlusRoutes(context));
	gateway.route("/", linkPageRoutes(context));
	gateway.route("/", protocolRoutes(context));
	gateway.route("/", openApiRoutes(context));
	gateway.route("/", threeDsServerRoutes(context));
	gateway.route("/", consoleRoutes(context));
	const acs = new Hono();
	acs.use(logged(store, "acs"));
	acs.route("/", acsRoutes(context));
	return {
		gateway,
		acs,
		faults,
		store,
		publicKey: publicKeyText(keys)
	};
}
var logged = (store, server) => async (c, next) => {
	const entry = store.logRequest({
		server,
		method: c.req.method,
		path: c.req.path,
		status: null
	});
	await next();
	entry.status = c.res.status;
};

async function startSandbox({ port = 0, faults = {} } = {}) {
	const fields = await listen("fields", port);
	const gateway = await listen("gateway", port && port + 1);
	const acs = await listen("acs", port && port + 2);
	const servers = [
		fields,
		gateway,
		acs
	];
	const close = async () => {
		await Promise.all(servers.map((server) => server.close()));
	};
	const sandbox = createSandbox({
		...SANDBOX_SHOP,
		gatewayOrigin: gateway.origin,
		acsOrigin: acs.origin
	});
	gateway.serve(sandbox.gateway.fetch);
	acs.serve(sandbox.acs.fetch);
	fields.serve(createFields(gateway.origin, { hosts: GATEWAY_HOSTS }).app.fetch);
	const assign = (values) => {
		if (!sandbox.faults.assign(values)) throw new TypeError(`no such fault: ${JSON.stringify(values)}\n${faultTable()}`);
	};
	try {
		assign(faults);
	} catch (error) {
		await close();
		throw error;
	}
	return {
		fieldsOrigin: fields.origin,
		fieldsUrl: fields.loopback,
		gatewayOrigin: gateway.origin,
		gatewayUrl: gateway.loopback,
		acsOrigin: acs.origin,
		...SANDBOX_SHOP,
		publicKey: sandbox.publicKey,
		setFault(name, value) {
			assign({ [name]: value });
		},
		clearFaults() {
			sandbox.faults.reset();
		},
		transactions: () => [...sandbox.store.transactions.values()].map(publicTransaction),
		answerInApp(accessId, answer) {
			const session = sandbox.store.transactions.get(accessId)?.session;
			if (!session) throw new TypeError(`no transaction ${accessId} with 3-D Secure`);
			session.approval ??= answer;
		},
		close
	};
}
/** Name and values, a fault a line. */
var faultTable = () => Object.entries(FAULT_CHOICES).map(([name, values]) => `  ${name.padEnd(18)} ${values.join(" ")}`).join("\n");

/** `shoji-sandbox`: the sandbox as a command. Imported, the file starts nothing: it is `shoji-card/testing/sandbox`. */
var DEFAULT_PORT = 3001;
var HELP = `shoji-sandbox [--port ${DEFAULT_PORT}] [--fault name=value]… [--json]

A sandbox gateway with a card issuer and a fields origin, on this machine only. It knows no real card.

  --port    of the fields; gateway and issuer take the next two. 0: any free ports, as where one of them is taken
  --fault   something that goes wrong from the start, such as getToken=silent; a name alone takes the first way
  --json    one line of JSON with the addresses, for scripts
  --help

Faults:
${faultTable()}

slow: otp: and app: take any number of milliseconds, result: any code.`;
var CARDS = [
	["4111 1111 1111 1111", "paid at once"],
	["4100 0000 0000 5000", `the issuer asks for a password: ${PASSWORD}`],
	["4100 0000 0030 0005", "the issuer does not authenticate the shopper"],
	["4999 0000 0000 0002", "the issuer declines"]
];
var toSay = (sandbox) => {
	const { fieldsOrigin, fieldsUrl, gatewayOrigin, gatewayUrl, acsOrigin, shopId, shopPass, siteId, sitePass, apiKey, publicKey } = sandbox;
	return `in browsers
  fields   ${fieldsOrigin}
  gateway  ${gatewayOrigin}  (its page shows what was paid, and switches faults)
  issuer   ${acsOrigin}
for your server, because names under .localhost resolve in browsers only
  gateway  ${gatewayUrl}/payment/EntryTran.idPass …, or ${gatewayUrl}/credit/charge …
  fields   ${fieldsUrl}
shop       ShopID ${shopId}  ShopPass ${shopPass}
site       SiteID ${siteId}  SitePass ${sitePass}

cards, with any expiry to come and any security code
${CARDS.map(([number = "", what = ""]) => `  ${number}  ${what}`).join("\n")}

<script src="${fieldsOrigin}/shoji-card.js"><\/script>
<shoji-card name="token" shop-id="${shopId}" environment="test"></shoji-card>
or, by version 2 of the token script
<shoji-card name="token" gateway="gmo-v2" api-key="${apiKey}" public-key="${publicKey}" environment="test"></shoji-card>

faults, while it runs
  curl -H 'content-type: application/json' -d '{"getToken":"silent"}' ${gatewayUrl}/sandbox/faults
  curl -H 'content-type: application/json' -d '{"reset":true}' ${gatewayUrl}/sandbox/faults`;
};
/** `getToken=silent`, or `getToken` alone. */
function readFault(text) {
	const at = text.indexOf("=");
	if (at >= 0) return [text.slice(0, at), text.slice(at + 1)];
	return [text, (Object.hasOwn(FAULT_CHOICES, text) ? FAULT_CHOICES[text] : []).find((choice) => choice !== "ok") ?? ""];
}
async function run(words) {
	const { values } = parseArgs({
		args: words,
		options: {
			port: {
				type: "string",
				default: String(DEFAULT_PORT)
			},
			fault: {
				type: "string",
				multiple: true,
				default: []
			},
			json: {
				type: "boolean",
				default: false
			},
			help: {
				type: "boolean",
				short: "h",
				default: false
			}
		}
	});
	if (values.help) {
		console.log(HELP);
		return;
	}
	const port = Number(values.port);
	if (!/^\d{1,5}$/.test(values.port) || port > 65533) throw new TypeError("--port is a number up to 65533");
	const faults = Object.fromEntries(values.fault.map(readFault));
	const sandbox = await startSandbox({
		port,
		faults
	});
	if (port && !sandbox.fieldsUrl.endsWith(`:${port}`)) console.error(`port ${port} is taken`);
	console.log(values.json ? JSON.stringify(sandbox) : toSay(sandbox));
	const stop = () => {
		sandbox.close().then(() => process.exit(0));
	};
	process.once("SIGINT", stop);
	process.once("SIGTERM", stop);
}
var [, started] = process.argv;
if (started !== void 0 && realpathOf(started) === fileURLToPath(import.meta.url)) run(process.argv.slice(2)).catch((error) => {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
});
/** npm starts a command by a link. */
function realpathOf(path) {
	try {
		return realpathSync(path);
	} catch {
		return path;
	}
}

export { startSandbox };