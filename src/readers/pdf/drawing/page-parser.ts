/** The worker in which pages are parsed for drawing: pdf.js's parser answers by itself once it runs in a worker. */
import 'pdfjs-dist/build/pdf.worker.mjs';
